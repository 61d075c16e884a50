from functools import partial, reduce


def compose(*functions):
    return reduce(lambda f, g: lambda x: f(g(x)), functions)


def curry(function, count):
    def taking(args):
        return function(*args) if len(args) == count else lambda x: taking((*args, x))

    return taking(())


print(compose(str, abs, int)("-42"), curry(lambda a, b, c: a + b * c, 3)(1)(2)(3))
print(partial(pow, 2)(10), reduce(lambda a, b: a * b, range(1, 8)))
