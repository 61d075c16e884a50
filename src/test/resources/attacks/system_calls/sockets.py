# wall: seccomp; outcome: exit 0; evidence: ['EPERM', 'EPERM', 'EPERM', 'EPERM', 'EPERM', 'EPERM', 'EPERM']; without: seccomp -> BROKEN
import errno, socket

# INET, INET6, NETLINK, PACKET, BLUETOOTH, ALG, VSOCK
results = []
for family in (2, 10, 16, 17, 31, 38, 40):
    try:
        socket.socket(family, socket.SOCK_DGRAM)
        results.append("BROKEN")
    except OSError as error:
        results.append(errno.errorcode[error.errno])
print(results if set(results) == {"EPERM"} else "BROKEN")
