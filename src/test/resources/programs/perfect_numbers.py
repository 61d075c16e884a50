def divisors(n):
    return [d for d in range(1, n // 2 + 1) if n % d == 0]


print([n for n in range(2, 500) if sum(divisors(n)) == n])
