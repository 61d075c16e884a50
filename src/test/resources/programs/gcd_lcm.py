def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def lcm(*numbers):
    result = 1
    for n in numbers:
        result = result * n // gcd(result, n)
    return result


print(gcd(1071, 462), lcm(*range(1, 21)))
