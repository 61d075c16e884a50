def averager():
    total, count, average = 0.0, 0, None
    while True:
        value = yield average
        if value is None:
            return total
        total += value
        count += 1
        average = total / count


avg = averager()
next(avg)
for value in (10, 20, 60):
    print(avg.send(value))
try:
    avg.send(None)
except StopIteration as stop:
    print("total", stop.value)
