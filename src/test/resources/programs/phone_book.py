book = {}


def add(name, *numbers, **details):
    book[name] = {"numbers": list(numbers), **details}


add("Ada", "123", "456", city="London")
add("Linus", "789", city="Helsinki", age=54)
for name in sorted(book, key=str.lower):
    entry = book[name]
    print(name, *entry["numbers"], entry.get("age", "?"), sep="; ")
