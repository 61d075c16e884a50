# wall: seccomp; outcome: exit 0; evidence: HELD; without: seccomp -> BROKEN
import ctypes, errno, os

libc = ctypes.CDLL(None, use_errno=True)


def call(number, *arguments):
    """HELD where the call is refused as such, BROKEN where the kernel so much as looks at its arguments."""
    if libc.syscall(number, *arguments) < 0 and ctypes.get_errno() == errno.EPERM:
        return "HELD"
    return "BROKEN"


# Pushing input to a terminal, ownership of a descriptor, flags of an inode, a namespace of a descriptor.
requests = (0x5412, 0x8901, 0x40086602, 0xB701)
print("HELD" if {call(16, 1, request, 0) for request in requests} == {"HELD"} else "BROKEN")
