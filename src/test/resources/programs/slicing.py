items = list(range(10))
print(items[2:5], items[-3:], items[::3], items[::-1])
items[2:5] = ["x", "y"]
del items[-1]
first, *middle, last = items
print(first, middle, last)
nested = [[0] * 3 for _ in range(2)]
nested[1][2] = 5
print(nested, [row[:] for row in nested])
