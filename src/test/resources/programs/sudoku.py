def candidates(grid, row, col):
    used = set(grid[row]) | {grid[r][col] for r in range(9)}
    top, left = row // 3 * 3, col // 3 * 3
    used |= {grid[r][c] for r in range(top, top + 3) for c in range(left, left + 3)}
    return [d for d in "123456789" if d not in used]


def solve(grid):
    holes = [(r, c) for r in range(9) for c in range(9) if grid[r][c] == "."]
    if not holes:
        return True
    row, col = min(holes, key=lambda rc: len(candidates(grid, *rc)))
    for digit in candidates(grid, row, col):
        grid[row][col] = digit
        if solve(grid):
            return True
        grid[row][col] = "."
    return False


puzzle = ["53..7....", "6..195...", ".98....6.", "8...6...3", "4..8.3..1", "7...2...6", ".6....28.", "...419..5", "....8..79"]
grid = [list(line) for line in puzzle]
assert solve(grid)
print("\n".join("".join(row) for row in grid))
