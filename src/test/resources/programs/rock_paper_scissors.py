BEATS = {"rock": "scissors", "paper": "rock", "scissors": "paper"}


def play(one, two):
    if one == two:
        return 0
    return 1 if BEATS[one] == two else -1


score = sum(play(a, b) for a in BEATS for b in BEATS)
print("fair" if score == 0 else "unfair")
