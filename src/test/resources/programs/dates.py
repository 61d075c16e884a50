from datetime import date, datetime, timedelta

start = date(2024, 2, 26)
week = [start + timedelta(days=i) for i in range(7)]
print([d.strftime("%a %d %b") for d in week])
delta = datetime(2024, 12, 25) - datetime(2024, 2, 26, 12)
print(delta.days, delta.total_seconds() / 3600)
print(date.fromisoformat("2024-02-29").isocalendar().week)
