import random

random.seed(42)
x = y = 0
for step in range(100):
    dx, dy = random.choice([(0, 1), (1, 0), (0, -1), (-1, 0)])
    x, y = x + dx, y + dy
print("distance", abs(x) + abs(y) <= 100)
