def retry(times):
    def decorate(function):
        def again(*args):
            for attempt in range(1, times + 1):
                try:
                    return function(*args)
                except RuntimeError as error:
                    print("attempt", attempt, "failed:", error)
            raise RuntimeError("gave up")

        return again

    return decorate


calls = []


@retry(times=3)
def flaky(value):
    calls.append(value)
    if len(calls) < 3:
        raise RuntimeError("not yet")
    return value * 2


print(flaky(21))
