# wall: fsize; outcome: exit 0; evidence: EFBIG; without: fsize -> BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import os


descriptor = os.open("/tmp/sparse", os.O_CREAT | os.O_WRONLY)
print(attempt(lambda: os.ftruncate(descriptor, 1 << 30)))
