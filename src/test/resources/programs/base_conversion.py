DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def to_base(number, base):
    digits = ""
    while number:
        number, digit = divmod(number, base)
        digits = DIGITS[digit] + digits
    return digits or "0"


for base in (2, 8, 16, 36):
    text = to_base(2024, base)
    print(base, text, int(text, base))
