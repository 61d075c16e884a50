import random
from itertools import product

SUITS, RANKS = "♠♥♦♣", "23456789TJQKA"
deck = [rank + suit for suit, rank in product(SUITS, RANKS)]
random.Random(0).shuffle(deck)
hands = [sorted(deck[i::4][:5], key=lambda card: RANKS.index(card[0])) for i in range(4)]
for player, hand in enumerate(hands, 1):
    print(player, len(hand), len(set(hand)))
assert len(set(deck)) == 52
