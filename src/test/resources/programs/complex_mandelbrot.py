for y in range(-6, 7):
    line = ""
    for x in range(-20, 8):
        z = c = complex(x / 10, y / 5)
        for _ in range(20):
            z = z * z + c
            if abs(z) > 2:
                break
        line += "*" if abs(z) <= 2 else " "
    print(line.rstrip())
