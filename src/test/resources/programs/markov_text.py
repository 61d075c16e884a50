import random
from collections import defaultdict

corpus = "one fish two fish red fish blue fish black fish blue fish old fish new fish".split()
chain = defaultdict(list)
for a, b in zip(corpus, corpus[1:]):
    chain[a].append(b)
rng = random.Random(3)
word, sentence = "one", ["one"]
for _ in range(8):
    word = rng.choice(chain[word] or corpus)
    sentence.append(word)
print(len(sentence), sentence[0])
