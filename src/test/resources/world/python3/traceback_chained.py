class Failure(Exception):
    pass


def cause():
    raise KeyError("deep")


try:
    try:
        cause()
    except KeyError as error:
        raise Failure("middle") from error
except Failure:
    raise RuntimeError("last: ü🐍")
