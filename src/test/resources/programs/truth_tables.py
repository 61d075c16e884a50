from itertools import product

FORMULAS = {"and": lambda a, b: a and b, "xor": lambda a, b: a != b, "implies": lambda a, b: not a or b}
for name, formula in FORMULAS.items():
    print(name, "".join(str(int(formula(a, b))) for a, b in product((False, True), repeat=2)))
