WINS = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in WINS:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return "draw" if " " not in board else None


def minimax(board, player):
    result = winner(board)
    if result:
        return {"X": 1, "O": -1, "draw": 0}[result], None
    best = None
    for i, cell in enumerate(board):
        if cell == " ":
            board[i] = player
            score, _ = minimax(board, "O" if player == "X" else "X")
            board[i] = " "
            if best is None or (score > best[0]) == (player == "X") and score != best[0]:
                best = (score, i)
    return best


board = list("XO  X   O")
print(minimax(board, "X"))
