quicksort = lambda xs: xs if len(xs) < 2 else (
    quicksort([x for x in xs[1:] if x < xs[0]]) + [xs[0]] + quicksort([x for x in xs[1:] if x >= xs[0]])
)
print(quicksort([3, 6, 1, 8, 2, 9, 2]))
