FACTORS = {("km", "m"): 1000, ("m", "cm"): 100, ("h", "min"): 60}


def convert(value, source, target):
    if source == target:
        return value
    for (a, b), factor in FACTORS.items():
        if (source, target) == (a, b):
            return value * factor
        if (source, target) == (b, a):
            return value / factor
    for (a, b), factor in FACTORS.items():
        if source == a:
            return convert(value * factor, b, target)
    raise ValueError(f"cannot convert {source} to {target}")


print(convert(2, "km", "m"), convert(30, "min", "h"), convert(1, "km", "cm"))
