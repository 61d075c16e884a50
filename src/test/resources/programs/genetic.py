import random

random.seed(5)
TARGET = "python"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def fitness(word):
    return sum(a == b for a, b in zip(word, TARGET))


def mutate(word):
    at = random.randrange(len(word))
    return word[:at] + random.choice(LETTERS) + word[at + 1:]


best = "".join(random.choice(LETTERS) for _ in TARGET)
generation = 0
while best != TARGET:
    generation += 1
    best = max([best] + [mutate(best) for _ in range(30)], key=fitness)
print(best, generation > 0)
