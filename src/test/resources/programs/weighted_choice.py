import random
from collections import Counter

random.seed(9)
draws = Counter(random.choices(["common", "rare"], weights=[95, 5], k=1000))
print(draws["common"] > draws["rare"], sum(draws.values()), len(random.sample(range(100), 5)))
