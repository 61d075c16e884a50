def pascal(rows):
    row = [1]
    for _ in range(rows):
        yield row
        row = [1] + [a + b for a, b in zip(row, row[1:])] + [1]


for row in pascal(8):
    print(" ".join(map(str, row)).center(40).rstrip())
