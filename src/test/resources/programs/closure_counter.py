def make_counter(start=0, step=1):
    count = start

    def increment():
        nonlocal count
        count += step
        return count

    return increment


one, ten = make_counter(), make_counter(100, 10)
print(one(), one(), ten(), one(), ten())
