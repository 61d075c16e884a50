a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a & b, a | b, a - b, a ^ b, a <= {1, 2, 3, 4, 5})
frozen = frozenset("hello")
print(sorted(frozen), len(frozen))
a.discard(99)
a.add(10)
print(sorted(a), {x % 3 for x in a})
