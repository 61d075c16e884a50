def outer(value):
    def inner(key):
        return {"a": [1, 2, 3]}[key][value]

    return inner("a") + inner("b")


print("before")
print(list(map(lambda value: outer(value), [0, 1])))
