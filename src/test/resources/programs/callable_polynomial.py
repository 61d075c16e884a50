class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = coefficients

    def __call__(self, x):
        result = 0
        for c in self.coefficients:
            result = result * x + c
        return result

    def __repr__(self):
        degree = len(self.coefficients) - 1
        return " + ".join(f"{c}x^{degree - i}" for i, c in enumerate(self.coefficients) if c)


p = Polynomial(1, 0, -2, 5)
print(p, [p(x) for x in range(-2, 3)])
