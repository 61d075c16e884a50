orders = [
    ("2024-01", "books", 3, 9.99),
    ("2024-01", "games", 1, 59.0),
    ("2024-02", "books", 5, 9.99),
]
months = sorted({month for month, *_ in orders})
for month in months:
    rows = [(kind, n * price) for m, kind, n, price in orders if m == month]
    print(month, f"{sum(total for _, total in rows):8.2f}", *sorted(kind for kind, _ in rows))
