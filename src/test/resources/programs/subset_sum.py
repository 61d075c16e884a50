def subsets(numbers, target, chosen=()):
    if target == 0:
        yield chosen
    elif numbers and target > 0:
        first, *rest = numbers
        yield from subsets(rest, target - first, (*chosen, first))
        yield from subsets(rest, target, chosen)


print(list(subsets([3, 34, 4, 12, 5, 2], 9)))
