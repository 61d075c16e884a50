import random

rng = random.Random(7)
inside = sum(1 for _ in range(20000) if rng.random() ** 2 + rng.random() ** 2 <= 1)
estimate = 4 * inside / 20000
print("pi is about", round(estimate, 1))
assert 3.0 < estimate < 3.3
