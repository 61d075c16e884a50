value = 1234567.891
print(f"{value:,.2f} {value:e} {value:.3g} {int(value):_d} {0.256:.1%} {255:#x} {5:03d} {-3:+d} {3.0:g}")
print("{0}-{1}-{0} {name:^8}|".format("a", "b", name="mid"))
width, precision = 10, 3
print(f"{value:>{width + 5}.{precision}f}|{'left':<{width}}|{value=:.1f}")
