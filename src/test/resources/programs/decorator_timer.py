import functools
import time


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        begin = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            wrapper.elapsed = time.perf_counter() - begin

    wrapper.elapsed = 0.0
    return wrapper


@timed
def work(n):
    return sum(i * i for i in range(n))


print(work(1000), work.elapsed >= 0)
