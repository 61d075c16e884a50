balance, rate, years = 1000.0, 0.05, 10
for year in range(1, years + 1):
    balance *= 1 + rate
    if year % 5 == 0:
        print(f"Year {year:>2}: {balance:>10.2f}")
