def search(items, wanted):
    low, high = 0, len(items) - 1
    while low <= high:
        mid = (low + high) // 2
        if items[mid] == wanted:
            return mid
        elif items[mid] < wanted:
            low = mid + 1
        else:
            high = mid - 1
    return -1


numbers = list(range(0, 100, 7))
for n in (0, 49, 50, 98):
    print(n, "->", search(numbers, n))
