def permute(items):
    if not items:
        return [[]]
    return [[item] + rest for i, item in enumerate(items) for rest in permute(items[:i] + items[i + 1:])]


print(len(permute([1, 2, 3, 4])), permute("ab"))
