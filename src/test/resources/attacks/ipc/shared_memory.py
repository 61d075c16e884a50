# wall: ipc; outcome: exit 0; evidence: ENOENT; without: ipc -> BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import os


print(attempt(lambda: os.close(os.open("/dev/shm/evil", os.O_CREAT | os.O_WRONLY))))
