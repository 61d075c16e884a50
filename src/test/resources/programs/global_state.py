counter = 0
LIMIT = 3


def tick():
    global counter
    counter += 1
    return counter < LIMIT


while tick():
    pass
print(counter)
