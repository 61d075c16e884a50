def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for number in fibonacci():
    if number > 1000:
        break
    print(number, end=" ")
print()
