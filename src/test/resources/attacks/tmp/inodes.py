# wall: tmp-inodes; outcome: exit 0; evidence: ENOSPC; without: tmp-inodes -> BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import os


def fill():
    for number in range(2000):
        os.close(os.open(f"/tmp/{number}", os.O_CREAT | os.O_WRONLY))


print(attempt(fill))
