print(f"{'C':>6} {'F':>6}")
for celsius in range(-20, 41, 10):
    fahrenheit = celsius * 9 / 5 + 32
    print("{:>6} {:>6.1f}".format(celsius, fahrenheit))
print("%d%% done, %s" % (100, "bye"))
