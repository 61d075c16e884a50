from itertools import groupby


def encode(text):
    return "".join(f"{len(list(run))}{letter}" for letter, run in groupby(text))


def decode(text):
    result, count = "", ""
    for letter in text:
        if letter.isdigit():
            count += letter
        else:
            result, count = result + letter * int(count), ""
    return result


packed = encode("WWWWBBBWWC")
print(packed, decode(packed))
