def sieve(limit):
    prime = [True] * (limit + 1)
    prime[0:2] = [False, False]
    for i in range(2, int(limit**0.5) + 1):
        if prime[i]:
            for j in range(i * i, limit + 1, i):
                prime[j] = False
    return [i for i, is_prime in enumerate(prime) if is_prime]


primes = sieve(200)
print(len(primes), primes[-5:])
twins = [(a, b) for a, b in zip(primes, primes[1:]) if b - a == 2]
print(twins)
assert sum(primes) == 4227
