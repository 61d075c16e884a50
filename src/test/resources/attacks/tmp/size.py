# wall: tmp-size; outcome: exit 0; evidence: ENOSPC; without: tmp-size -> BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


def fill():
    for number in range(5):
        with open(f"/tmp/{number}", "wb") as file:
            file.write(bytes(4 << 20))


print(attempt(fill))
