def valid(number):
    digits = [int(d) for d in reversed(number) if d.isdigit()]
    total = sum(digits[::2]) + sum(sum(divmod(2 * d, 10)) for d in digits[1::2])
    return total % 10 == 0


print(valid("4539 1488 0343 6467"), valid("8273 1232 7352 0569"))
