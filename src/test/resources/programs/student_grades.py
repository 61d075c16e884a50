students = {"Ann": [90, 85, 77], "Bob": [60, 71], "Cid": []}


def grade(points):
    if not points:
        return "-"
    mean = sum(points) / len(points)
    for limit, letter in ((85, "A"), (75, "B"), (65, "C")):
        if mean >= limit:
            return letter
    return "D"


width = max(map(len, students))
for name, points in students.items():
    print(f"{name:<{width}} | {grade(points)} | {', '.join(map(str, points)) or 'none'}")
