def parse(text):
    try:
        value = int(text)
    except ValueError as error:
        raise TypeError(f"not a number: {text!r}") from error
    else:
        return value
    finally:
        print("parsed", text)


for text in ("12", "x"):
    try:
        print(parse(text))
    except TypeError as error:
        print("error:", error)
try:
    raise ExceptionGroup("many", [ValueError(1), KeyError("k")])
except* ValueError as group:
    print("values", len(group.exceptions))
except* KeyError:
    print("keys")
