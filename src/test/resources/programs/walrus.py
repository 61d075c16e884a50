values = iter([3, 8, 1, 0, 7])
total = 0
while (value := next(values, None)):
    total += value
print(total)
print([half for n in range(10) if (half := n / 2) == int(half)])
