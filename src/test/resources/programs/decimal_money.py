from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 28
price = Decimal("19.99")
total = sum(price * n for n in (1, 2, 3))
tax = (total * Decimal("0.19")).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print(total, tax, total + tax, Decimal(1) / Decimal(7))
