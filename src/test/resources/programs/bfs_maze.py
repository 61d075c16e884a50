from collections import deque

MAZE = ["S.#....", "..#.##.", "....#..", "##.#..E"]


def find(sign):
    for y, line in enumerate(MAZE):
        if sign in line:
            return line.index(sign), y


def shortest():
    start, end = find("S"), find("E")
    queue, seen = deque([(start, 0)]), {start}
    while queue:
        (x, y), distance = queue.popleft()
        if (x, y) == end:
            return distance
        for nx, ny in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if 0 <= ny < len(MAZE) and 0 <= nx < len(MAZE[0]) and MAZE[ny][nx] != "#" and (nx, ny) not in seen:
                seen.add((nx, ny))
                queue.append(((nx, ny), distance + 1))


print("steps:", shortest())
