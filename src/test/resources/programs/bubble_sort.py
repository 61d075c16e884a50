def bubble_sort(items):
    items = list(items)
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
        if not swapped:
            break
    return items


data = [5, 2, 9, 1, 5, 6, -3, 0]
print(bubble_sort(data))
assert bubble_sort(data) == sorted(data)
