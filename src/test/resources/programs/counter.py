from collections import Counter

letters = Counter("mississippi")
print(letters.most_common(2))
letters.update("mmm")
letters["s"] -= 1
print(dict(letters), sum(letters.values()))
