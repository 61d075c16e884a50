def fill(picture, x, y, color):
    old = picture[y][x]
    stack = [(x, y)]
    while stack:
        x, y = stack.pop()
        if 0 <= y < len(picture) and 0 <= x < len(picture[y]) and picture[y][x] == old != color:
            picture[y][x] = color
            stack += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]


image = [list(line) for line in ("..#..", ".#.#.", "..#..")]
fill(image, 0, 0, "o")
print("\n".join(map("".join, image)))
