longest = max(range(1, 1000), key=lambda n: collatz_length(n)) if False else None


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print(list(collatz(27))[:10])
print(max((sum(1 for _ in collatz(n)), n) for n in range(1, 300)))
