def queens(n, row=0, columns=(), diag1=(), diag2=()):
    if row == n:
        yield columns
    for col in range(n):
        if col not in columns and row + col not in diag1 and row - col not in diag2:
            yield from queens(n, row + 1, columns + (col,), diag1 + (row + col,), diag2 + (row - col,))


solutions = list(queens(6))
print(len(solutions))
for col in solutions[0]:
    print("." * col + "Q" + "." * (5 - col))
