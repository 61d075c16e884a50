def minor(matrix, i, j):
    return [row[:j] + row[j + 1:] for k, row in enumerate(matrix) if k != i]


def determinant(matrix):
    if len(matrix) == 1:
        return matrix[0][0]
    return sum((-1) ** j * value * determinant(minor(matrix, 0, j)) for j, value in enumerate(matrix[0]))


print(determinant([[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
