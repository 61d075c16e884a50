def score(rolls):
    total = at = 0
    for _ in range(10):
        if rolls[at] == 10:
            total += 10 + rolls[at + 1] + rolls[at + 2]
            at += 1
        else:
            pair = rolls[at] + rolls[at + 1]
            total += pair + (rolls[at + 2] if pair == 10 else 0)
            at += 2
    return total


print(score([10] * 12), score([9, 0] * 10), score([5, 5] * 10 + [5]))
