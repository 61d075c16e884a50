# wall: caps; outcome: exit 0; evidence: EPERM EPERM; without: caps, user, seccomp -> BROKEN BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import os, stat


def chroot():
    if os.fork() == 0:
        try:
            os.chroot("/tmp")
        except OSError as error:
            os._exit(error.errno)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.wait()[1])
    if code:
        raise OSError(code, "")


print(attempt(chroot), attempt(lambda: os.mknod("/tmp/disk", stat.S_IFBLK | 0o600, os.makedev(7, 0))))
