# wall: seccomp; outcome: exit 0; evidence: HELD; without: seccomp, caps, user -> BROKEN
import ctypes, errno, os

libc = ctypes.CDLL(None, use_errno=True)


def call(number, *arguments):
    """HELD where the call is refused as such, BROKEN where the kernel so much as looks at its arguments."""
    if libc.syscall(number, *arguments) < 0 and ctypes.get_errno() == errno.EPERM:
        return "HELD"
    return "BROKEN"


print(call(272, 0x00020000))
