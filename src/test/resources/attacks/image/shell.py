# wall: image; outcome: exit 0; evidence: ENOENT ENOENT ENOENT; without: none, it is the image itself
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import os


def run(path):
    child = os.fork()
    if child == 0:
        try:
            os.execv(path, [path, "-c", "exit 0"])
        except OSError as error:
            os._exit(error.errno)
    code = os.waitstatus_to_exitcode(os.wait()[1])
    if code:
        raise OSError(code, "")


print(*(attempt(lambda: run(path)) for path in ("/bin/sh", "/bin/bash", "/usr/bin/perl")))
