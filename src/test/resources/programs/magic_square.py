def magic(n):
    square = [[0] * n for _ in range(n)]
    row, col = 0, n // 2
    for number in range(1, n * n + 1):
        square[row][col] = number
        next_row, next_col = (row - 1) % n, (col + 1) % n
        if square[next_row][next_col]:
            next_row, next_col = (row + 1) % n, col
        row, col = next_row, next_col
    return square


for line in magic(5):
    print(*(f"{number:3}" for number in line))
