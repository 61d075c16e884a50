# wall: masked; outcome: exit 0; evidence: EROFS; without: masked -> BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import os


print(attempt(lambda: os.close(os.open("/dev/mqueue/evil", os.O_CREAT | os.O_WRONLY))))
