# wall: root-fs; outcome: exit 0; evidence: EROFS EROFS EROFS; without: root-fs, user -> BROKEN BROKEN BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import os


print(" ".join(attempt(lambda: os.mkdir(directory + "/evil")) for directory in ("", "/usr/lib", "/etc")))
