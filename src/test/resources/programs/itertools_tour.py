from itertools import accumulate, chain, combinations, count, groupby, islice, permutations, product

print(list(combinations("ABC", 2)))
print(["".join(p) for p in permutations("abc")][:4])
print(list(product([0, 1], repeat=2)))
print(list(accumulate([1, 2, 3, 4])), list(chain([1], [2, 3])))
print(list(islice(count(10, 5), 4)))
print({k: len(list(g)) for k, g in groupby("aaabccd")})
