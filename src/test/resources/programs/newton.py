def newton(f, df, x, tolerance=1e-12):
    for i in range(50):
        step = f(x) / df(x)
        x -= step
        if abs(step) < tolerance:
            return x, i
    raise ArithmeticError("no convergence")


root, steps = newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0)
print(f"{root:.10f} after {steps} steps")
