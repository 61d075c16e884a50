# wall: user; outcome: exit 0; evidence: EACCES; without: user -> EROFS
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


def overwrite():
    with open("/usr/lib/python3.13/this.py", "a") as file:
        file.write("# changed")


print(attempt(overwrite))
