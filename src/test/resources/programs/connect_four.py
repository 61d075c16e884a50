class Board:
    def __init__(self, width=7, height=6):
        self.width, self.height = width, height
        self.cells = {}

    def drop(self, column, player):
        row = sum((column, y) in self.cells for y in range(self.height))
        if row == self.height:
            raise ValueError("column is full")
        self.cells[column, row] = player
        return any(self.line(column, row, dx, dy, player) >= 4 for dx, dy in ((1, 0), (0, 1), (1, 1), (1, -1)))

    def line(self, x, y, dx, dy, player):
        count = 1
        for sign in (1, -1):
            step = 1
            while self.cells.get((x + sign * step * dx, y + sign * step * dy)) == player:
                step += 1
                count += 1
        return count


board = Board()
print([board.drop(column, player) for column, player in [(0, "x"), (1, "o")] * 4][-2:])
