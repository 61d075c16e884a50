from collections import deque


def task(name, n):
    for i in range(n):
        print(name, i)
        yield


tasks = deque([task("a", 2), task("b", 3), task("c", 1)])
while tasks:
    current = tasks.popleft()
    try:
        next(current)
    except StopIteration:
        continue
    tasks.append(current)
