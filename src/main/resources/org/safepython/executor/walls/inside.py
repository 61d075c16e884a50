# Looks at every wall that can be tried from inside in a moment. For Python 2.7 and 3.
# A line for each: its name, "held" or "missing", what was seen.
from __future__ import print_function

import ctypes
import errno
import mmap
import os
import resource
import signal
import socket
import sys

TMP_BYTES, TMP_FILES, MEMORY_BYTES, DESCRIPTORS, FILE_BYTES = (int(argument) for argument in sys.argv[1:6])
MEBIBYTE = 1 << 20
NOBODY = 65534


def report(wall, holds, seen):
    print(wall, "held" if holds else "missing", seen, sep="\t")


def refusal(action):
    """The name of the error that an attempt meets; "" where it meets none."""
    try:
        action()
    except (IOError, OSError, ValueError) as error:
        return errno.errorcode.get(getattr(error, "errno", None), "refused")
    return ""


def read(path):
    with open(path, "rb") as file:
        return file.read().decode("latin-1")


def content(path):
    try:
        return os.listdir(path) if os.path.isdir(path) else read_one(path)
    except (IOError, OSError):
        return ""


def read_one(path):
    with open(path, "rb") as file:
        return file.read(1)


def make(path):
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    os.unlink(path)


def joined(words):
    return ", ".join(words) or "none"


def network():
    """Some kernels put tunnels that are down into every new network: what counts is what is up, or has a way out."""
    names = sorted(line.split(":")[0].strip() for line in read("/proc/net/dev").splitlines() if ":" in line)
    up = [name for name in names if name != "lo" and is_up(name)]
    ways = [line.split() for line in lines_of("/proc/net/route")[1:]]
    ways += [line.split()[-1:] for line in lines_of("/proc/net/ipv6_route")]
    routes = [way for way in ways if "lo" not in (way[0], way[-1])]
    addresses = [line for line in lines_of("/proc/net/if_inet6") if line.split()[-1] != "lo"]
    seen = "interfaces: %s; up besides lo: %s; routes: %d; addresses: %d" % (
        joined(names),
        joined(up),
        len(routes),
        len(addresses),
    )
    report("network", not up and not routes and not addresses, seen)


def is_up(name):
    """By its flags; where they cannot be read, by what has gone over it."""
    try:
        return bool(int(read("/sys/class/net/%s/flags" % name), 16) & 1)
    except (IOError, OSError, ValueError):
        counts = [line.split(":")[1].split() for line in lines_of("/proc/net/dev") if line.strip().startswith(name + ":")]
        return any(int(count) for line in counts for count in line)


def lines_of(path):
    try:
        return read(path).splitlines()
    except (IOError, OSError):
        return []


def sockets():
    families = range(46)
    opened = set()
    for family in families:
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
            try:
                socket.socket(family, kind, 0).close()
                opened.add(family)
            except (socket.error, ValueError):
                pass
    foreign = sorted(opened - {int(socket.AF_UNIX)})
    seen = "families that opened besides AF_UNIX, of %d: %s" % (len(families), joined(map(str, foreign)))
    report("sockets", not foreign, seen)


def root_file_system():
    places = {"/"}
    for line in read("/proc/self/mounts").splitlines():
        places.add(line.split()[1])
    for top in os.listdir("/"):
        path = "/" + top
        if os.path.isdir(path) and top != "proc":
            places.add(path)
            places.update(os.path.join(path, name) for name in (content(path) or ()))
    tried = sorted(path for path in places if path != "/tmp" and os.path.isdir(path))
    written = [path for path in tried if not refusal(lambda: make(os.path.join(path, "attack")))]
    read_only = bool(os.statvfs("/").f_flag & 1)
    seen = "read-only: %s; written, of %d directories: %s" % (read_only, len(tried), joined(written))
    report("root-file-system", read_only and not written, seen)


def user():
    ids = [os.getuid(), os.geteuid(), os.getgid(), os.getegid()] + os.getgroups()
    report("user", set(ids) == {NOBODY}, "ids: " + joined(map(str, sorted(set(ids)))))


def status():
    return dict(line.split(":", 1) for line in read("/proc/self/status").splitlines() if ":" in line)


def capabilities():
    sets = [status()[name].strip() for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")]
    report("capabilities", all(int(one, 16) == 0 for one in sets), "sets: " + joined(sorted(set(sets))))


def no_new_privileges():
    flag = status().get("NoNewPrivs", "unknown").strip()
    report("no-new-privileges", flag == "1", "flag: " + flag)


# Numbers on x86_64 and aarch64, and arguments that do nothing where a call is let through, but for another error.
CALLS = {
    "add_key": (248, 217, (0, 0, 0, 0, 0)),
    "bpf": (321, 280, (0, 0, 0)),
    "init_module": (175, 105, (0, 0, 0)),
    "io_uring_setup": (425, 425, (1, 0)),
    "kexec_load": (246, 104, (0, 17, 0, 0)),
    "keyctl": (250, 219, (0, -3, 0)),
    "memfd_create": (319, 279, (b"attack", 0)),
    "mount": (165, 40, (0, 0, 0, 0, 0)),
    "move_pages": (279, 239, (0, 0, 0, 0, 0, 0)),
    "msgget": (68, 186, (1, 0)),
    "open_by_handle_at": (304, 265, (0, 0, 0)),
    "perf_event_open": (298, 241, (0, 0, -1, -1, 0)),
    "pidfd_open": (434, 434, (1, 0)),
    "process_vm_readv": (310, 270, (1, 0, 0, 0, 0, 0)),
    "ptrace": (101, 117, (2, 1 << 22, 0, 0)),
    "semget": (64, 190, (1, 0, 0)),
    "setns": (308, 268, (0, 0)),
    "shmget": (29, 194, (1, 0, 0)),
    "unshare": (272, 97, (0x10000001,)),
    "userfaultfd": (323, 282, (0,)),
}


def system_calls():
    libc = ctypes.CDLL(None, use_errno=True)
    column = 1 if os.uname()[4] == "aarch64" else 0
    through = []
    for name, call in sorted(CALLS.items()):
        known = libc.syscall(call[column], *call[2]) < 0 and ctypes.get_errno() in (errno.EPERM, errno.ENOSYS)
        if not known:
            through.append(name)
    mode = status().get("Seccomp", "unknown").strip()
    seen = "seccomp mode: %s; not refused, of %d calls: %s" % (mode, len(CALLS), joined(through))
    report("system-calls", not through, seen)


def tmp():
    lines = [line.split() for line in read("/proc/self/mounts").splitlines()]
    options = [set(line[3].split(",")) for line in lines if line[1] == "/tmp"]
    lacking = sorted({"noexec", "nosuid", "nodev"} - (options[0] if options else set()))
    size = os.statvfs("/tmp")
    within = size.f_blocks * size.f_frsize <= TMP_BYTES and 0 < size.f_files <= TMP_FILES
    runs = not refusal(execute)
    full = refusal(fill_bytes) if TMP_BYTES < MEMORY_BYTES // 2 else "untried"
    many = refusal(fill_files)
    seen = "%d bytes, %d files; options lacking: %s; more bytes: %s; more files: %s; execution: %s" % (
        size.f_blocks * size.f_frsize,
        size.f_files,
        joined(lacking),
        full or "written",
        many or "made",
        "allowed" if runs else "refused",
    )
    report("tmp", within and not lacking and not runs and full in ("ENOSPC", "untried") and many == "ENOSPC", seen)


def execute():
    with open("/tmp/program", "w") as file:
        file.write("#!" + sys.executable + "\n")
    os.chmod("/tmp/program", 0o755)
    child = os.fork()
    if child == 0:
        try:
            os.execv("/tmp/program", ["program"])
        except OSError as error:
            os._exit(error.errno)
    code = os.waitpid(child, 0)[1] >> 8
    os.unlink("/tmp/program")
    if code:
        raise OSError(code, "")
    with open("/tmp/library", "wb") as file:
        file.write(b"\0" * 4096)
    descriptor = os.open("/tmp/library", os.O_RDONLY)
    mmap.mmap(descriptor, 4096, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_EXEC).close()


def fill_bytes():
    names = []
    try:
        for number in range(TMP_BYTES // MEBIBYTE + 1):
            names.append("/tmp/bytes%d" % number)
            descriptor = os.open(names[-1], os.O_CREAT | os.O_WRONLY)
            try:
                for _ in range(16):
                    os.write(descriptor, b"x" * (MEBIBYTE // 16))
            finally:
                os.close(descriptor)
        os.listdir("/tmp")
    finally:
        for name in names:
            os.unlink(name)


def fill_files():
    names = []
    try:
        for number in range(TMP_FILES + 1):
            name = "/tmp/file%d" % number
            os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
            names.append(name)
    finally:
        for name in names:
            os.unlink(name)


def shared_memory():
    places = [path for path in ("/dev/shm", "/dev/mqueue") if not refusal(lambda: make(path + "/attack"))]
    report("shared-memory", not places, "written: " + joined(places))


def descriptors():
    held = []
    error = ""
    try:
        while len(held) <= DESCRIPTORS and not error:
            error = refusal(lambda: held.append(os.dup(0)))
    finally:
        for descriptor in held:
            os.close(descriptor)
    report("descriptors", error == "EMFILE", "after %d more: %s" % (len(held), error or "still more"))


def core_files():
    limits = resource.getrlimit(resource.RLIMIT_CORE)
    report("core-files", limits == (0, 0), "limits: %d, %d" % limits)


def file_size():
    descriptor = os.open("/tmp/sparse", os.O_CREAT | os.O_WRONLY)
    error = refusal(lambda: os.ftruncate(descriptor, FILE_BYTES + 1))
    os.close(descriptor)
    os.unlink("/tmp/sparse")
    report("file-size", error == "EFBIG", "one byte more: " + (error or "written"))


DETAILS = """/proc/acpi /proc/asound /proc/config.gz /proc/diskstats /proc/interrupts /proc/iomem /proc/kallsyms
    /proc/kcore /proc/keys /proc/kpagecount /proc/kpageflags /proc/latency_stats /proc/modules /proc/sched_debug
    /proc/scsi /proc/slabinfo /proc/timer_list /proc/timer_stats /proc/vmallocinfo /sys/block /sys/firmware
    /sys/devices/virtual/dmi /sys/devices/virtual/powercap /sys/kernel /sys/module""".split()


def kernel_details():
    readable = [path for path in DETAILS if content(path)]
    report("kernel-details", not readable, "readable, of %d: %s" % (len(DETAILS), joined(readable)))


def process_1():
    files = [name for name in ("mem", "environ", "maps", "fd/0", "fd/1", "root", "cwd", "exe") if opens("/proc/1/" + name)]
    seen = sorted(int(name) for name in os.listdir("/proc") if name.isdigit())
    alone = len(seen) == 2 and seen[0] == 1 and os.getppid() == 1
    if alone:
        for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP):
            refusal(lambda: os.kill(1, number))
    report("process-1", alone and not files, "processes: %d; files of the runner that opened: %s" % (len(seen), joined(files)))


def opens(path):
    """Reading could wait for ever."""
    return not refusal(lambda: os.close(os.open(path, os.O_RDONLY | os.O_NONBLOCK)))


def environment():
    names = sorted(entry.split("=")[0] for entry in read("/proc/self/environ").split("\0") if entry)
    # The last one is the listing itself.
    open_files = sorted(map(int, os.listdir("/proc/self/fd")))[:-1]
    host = os.uname()[1]
    holds = names == ["HOME", "LANG", "PATH", "TZ"] and open_files == [0, 1, 2] and host == "sandbox"
    report("environment", holds, "variables: %s; descriptors: %s; host name: %s" % (joined(names), joined(map(str, open_files)), host))


for wall in (
    environment,
    process_1,
    network,
    sockets,
    root_file_system,
    user,
    capabilities,
    no_new_privileges,
    system_calls,
    tmp,
    shared_memory,
    descriptors,
    core_files,
    file_size,
    kernel_details,
):
    try:
        wall()
    except Exception as error:
        report(wall.__name__.replace("_", "-"), False, "%s: %s" % (type(error).__name__, error))
