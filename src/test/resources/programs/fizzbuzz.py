def fizzbuzz(n):
    if n % 15 == 0:
        return "FizzBuzz"
    if n % 5 == 0:
        return "Buzz"
    return "Fizz" if n % 3 == 0 else str(n)


print("\n".join(fizzbuzz(i) for i in range(1, 31)))
