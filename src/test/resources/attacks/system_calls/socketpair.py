# wall: seccomp; outcome: exit 0; evidence: EPERM BROKEN; without: seccomp -> ENOTSUP BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import socket


# The last is no attack: processes of one program may talk to each other.
print(attempt(lambda: socket.socketpair(socket.AF_INET)), attempt(lambda: socket.socketpair(socket.AF_UNIX) and None))
