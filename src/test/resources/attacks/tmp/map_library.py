# wall: tmp-noexec; outcome: exit 0; evidence: EPERM; without: tmp-noexec -> BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import mmap, os


with open("/tmp/library", "wb") as file:
    file.write(bytes(4096))
descriptor = os.open("/tmp/library", os.O_RDONLY)


def load():
    mmap.mmap(descriptor, 4096, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_EXEC).close()


print(attempt(load))
