class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield
        return self.value


async def add(a, b):
    return await Ready(a) + await Ready(b)


async def main():
    total = 0
    for i in range(3):
        total += await add(i, 1)
    return total


def run(coroutine):
    steps = 0
    while True:
        try:
            coroutine.send(None)
            steps += 1
        except StopIteration as done:
            return done.value, steps


print(run(main()))
