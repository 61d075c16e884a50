from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def where(thing):
    match thing:
        case Point(x=0, y=0):
            return "origin"
        case Point(x=0):
            return "on the y axis"
        case {"kind": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case [int() as n, _]:
            return f"pair {n}"
        case str() | bytes():
            return "text"
        case None | True | -1:
            return "constant"
    return "unknown"


for thing in (Point(0, 0), Point(0, 3), Point(1, 1), {"kind": "circle", "r": 2, "c": 3}, [5, 6], b"", -1):
    print(where(thing))
