# wall: seccomp; outcome: exit 0; evidence: HELD; without: seccomp -> BROKEN
import ctypes, errno, os

libc = ctypes.CDLL(None, use_errno=True)


def call(number, *arguments):
    """HELD where the call is refused as such, BROKEN where the kernel so much as looks at its arguments."""
    if libc.syscall(number, *arguments) < 0 and ctypes.get_errno() == errno.EPERM:
        return "HELD"
    return "BROKEN"


me = os.getpid()
result = call(56, 0x10000011, 0, 0, 0, 0)
if os.getpid() != me:
    os._exit(0)
print(result)
