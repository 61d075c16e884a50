# wall: user; outcome: exit 0; evidence: 65534 65534 EPERM EPERM; without: user -> 0 0 BROKEN BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)


def call(function, *arguments):
    if function(*arguments) < 0:
        raise OSError(ctypes.get_errno(), "")


# Not even the calls are in the list; with the user taken away they would have nothing left to give.
setuid = lambda: None if os.getuid() == 0 else call(libc.setuid, 0)
setgid = lambda: None if os.getgid() == 0 else call(libc.setgid, 0)
print(os.getuid(), os.getgid(), attempt(setuid), attempt(setgid))
