def numbers(limit):
    yield from range(limit)


def only_even(values):
    for value in values:
        if not value % 2:
            yield value


def squared(values):
    return (value * value for value in values)


print(list(squared(only_even(numbers(12)))))
print(sum(squared(numbers(5))))
