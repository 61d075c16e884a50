import math


def simpson(f, a, b, n=100):
    h = (b - a) / n
    total = f(a) + f(b)
    total += sum((4 if i % 2 else 2) * f(a + i * h) for i in range(1, n))
    return total * h / 3


print(round(simpson(math.sin, 0, math.pi), 6), round(simpson(math.exp, 0, 1), 6))
