"""Process 1 of a sandbox container: starts one program, passes its output on as frames, reports its end.

PROTOCOL.md has the frames. One source for Python 3 and 2.7.
"""

import _ctypes
import _struct
import errno
import fcntl
import posix
import select
import sys
import time

PYTHON2 = sys.version_info[0] == 2
signal = __import__("signal" if PYTHON2 else "_signal")
cpu_time = time.clock if PYTHON2 else time.process_time

PROTOCOL = 1
CHUNK = 65536
JOB_LIMIT = 1 << 20
TICK = 0.25
SIGKILL = 9
PF_EXITING = 4
EXIT_1 = 1 << 8
NOTHING, KILLED_FOR_MEMORY, REFUSED_BY_COMPILER = range(3)
COMPILER_PATIENCE = 0.25
PR_SET_DUMPABLE, PR_GET_DUMPABLE = 4, 3

CPU = (("cpuacct/cpuacct.usage", b"", 1000), ("cpu.stat", b"usage_usec ", 1))
PEAK = (("memory/memory.max_usage_in_bytes", b"", 1), ("memory.peak", b"", 1))
OOM_KILLS = (("memory/memory.oom_control", b"oom_kill ", 1), ("memory.events", b"oom_kill ", 1))


class ServerGone(Exception):
    """Nobody is left to report to, or the server speaks another protocol."""


def run(program, go, stdin, stdout, stderr):
    try:
        Runner(program, go, stdin, stdout, stderr).run()
    except ServerGone:
        pass
    except Exception as fault:
        write_all(2, repr(fault).encode())


class Fields:
    """Reads the length-prefixed fields of a payload."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, length):
        start, self.at = self.at, self.at + length
        if self.at > len(self.data):
            raise ServerGone
        return self.data[start : self.at]

    def number(self):
        return number(self.take(4))

    def string(self):
        return self.take(self.number())

    def strings(self):
        return [self.string() for _ in range(self.number())]


class Runner:
    """Process 1 after the fork: one job, one program, one report."""

    def __init__(self, program, go, stdin, stdout, stderr):
        self.program, self.go, self.stdin = program, go, stdin
        self.outputs = {stdout: b"O", stderr: b"E"}
        self.unfed = self.unsent = b""
        self.status = None
        self.stopped = False
        self.silent = True

    def run(self):
        protect()
        self.wakeup = wakeup_on_child()
        self.send(b"R", _struct.pack("B", PROTOCOL) + sys.version.split()[0].encode())
        self.start(self.receive_job())
        self.pump()
        end_everything_else()
        self.drain()
        self.send(b"X", self.report())
        self.linger()

    def linger(self):
        """Taking a container down costs the host time that others' programs may want: the server says when, by going."""
        poller = select.poll()
        poller.register(0, select.POLLIN)
        poller.poll(max(0, self.deadline - now()) * 1000)

    def receive_job(self):
        head = read_exactly(0, 5)
        length = number(head[1:])
        if head[:1] != b"J" or length > JOB_LIMIT:
            raise ServerGone
        return Fields(read_exactly(0, length))

    def start(self, job):
        self.merge = ord(job.take(1)) & 1
        self.deadline = now() + job.number() / 1000.0
        self.code = job.string()
        write_file("main.py", self.code)
        self.unfed = job.string()
        for pipe in [self.stdin] + list(self.outputs):
            set_blocking(pipe, False)
        self.feed()
        self.kills_settled = self.kills_seen = cgroup(OOM_KILLS)
        self.cpu_before, self.own_cpu_before = cgroup(CPU), cpu_time()
        self.send(b"S", b"")
        go = [b"1" if self.merge else b"0"] + job.strings()
        write_all(self.go, b"".join([part + b"\0" for part in go]))
        posix.close(self.go)

    def pump(self):
        """Passes bytes on until the main process has ended."""
        set_blocking(1, False)
        self.reap()
        next_tick = 0
        while self.status is None:
            time_now = now()
            if time_now >= self.deadline:
                raise ServerGone
            if time_now >= next_tick:
                next_tick = time_now + TICK
                self.count_kills()
            for descriptor, _ in self.poll():
                self.handle(descriptor)
        set_blocking(1, True)

    def count_kills(self):
        """A kill that was counted a tick ago, and that the main process is not dying of, was another's."""
        if self.kills_seen != self.kills_settled and not is_dying(self.program):
            self.kills_settled = self.kills_seen
        self.kills_seen = cgroup(OOM_KILLS)

    def poll(self):
        poller = select.poll()
        poller.register(0, select.POLLIN)
        poller.register(self.wakeup, select.POLLIN)
        if self.unsent:
            poller.register(1, select.POLLOUT)
        else:
            for output in self.outputs:
                poller.register(output, select.POLLIN)
        if self.unfed:
            poller.register(self.stdin, select.POLLOUT)
        try:
            return poller.poll(TICK * 1000)
        except select.error as error:
            if error.args[0] != errno.EINTR:  # Python 2 leaves it to us to go on after a signal.
                raise
            return []

    def handle(self, descriptor):
        if descriptor == 0:
            self.obey()
        elif descriptor == 1:
            self.unsent = self.unsent[posix.write(1, self.unsent) :]
        elif descriptor == self.stdin:
            self.feed()
        elif descriptor == self.wakeup:
            posix.read(descriptor, CHUNK)
            self.reap()
        elif not self.unsent:
            self.forward(descriptor)

    def obey(self):
        if read_exactly(0, 5) != b"K\0\0\0\0":
            raise ServerGone
        self.stopped = True
        kill_everything_else()

    def feed(self):
        """Gives the program what its standard input takes now; end of file when there is no more."""
        try:
            while self.unfed:
                self.unfed = self.unfed[posix.write(self.stdin, self.unfed) :]
        except OSError as error:
            if error.errno == errno.EAGAIN:
                return
            if error.errno != errno.EPIPE:
                raise
            self.unfed = b""
        posix.close(self.stdin)

    def forward(self, output):
        data = unless(errno.EAGAIN, posix.read, output, CHUNK)
        if data is None:  # The program has opened its own pipe for reading, and was faster.
            return
        if not data:
            del self.outputs[output]
            return
        self.unsent = self.framed(output, data)
        self.unsent = self.unsent[unless(errno.EAGAIN, posix.write, 1, self.unsent) or 0 :]

    def reap(self):
        process = True
        while process:
            process, status = unless(errno.ECHILD, posix.waitpid, -1, posix.WNOHANG) or (0, 0)
            if process == self.program:
                self.status = status

    def drain(self):
        """Every writer is dead; a pipe that is empty and not at its end is held by a descriptor in flight."""
        write_all(1, self.unsent)
        for output in self.outputs:
            data = unless(errno.EAGAIN, posix.read, output, CHUNK)
            while data:
                write_all(1, self.framed(output, data))
                data = unless(errno.EAGAIN, posix.read, output, CHUNK)

    def framed(self, output, data):
        kind = self.outputs[output]
        self.silent = self.silent and (kind == b"E" or self.merge)
        return frame(kind, data)

    def send(self, kind, payload):
        write_all(1, frame(kind, payload))

    def report(self):
        cpu, kills = cgroup(CPU), cgroup(OOM_KILLS)
        if cpu >= 0:
            own = (cpu_time() - self.own_cpu_before) * 1e6
            cpu = max(0, cpu - self.cpu_before - int(own))
        return _struct.pack(">IqqqB", self.status, cpu, cgroup(PEAK), kills, self.remark(kills))

    def remark(self, kills):
        if self.status == SIGKILL and not self.stopped and kills > self.kills_settled:
            return KILLED_FOR_MEMORY
        if self.status == EXIT_1 and self.silent and is_refused(self.code):
            return REFUSED_BY_COMPILER
        return NOTHING


def protect():
    """No signal from inside reaches a default handler of process 1; nobody opens its descriptors or memory."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    prctl = _ctypes.dlsym(_ctypes.dlopen(None, 2), "prctl")
    _ctypes.call_function(prctl, (PR_SET_DUMPABLE, 0, 0, 0, 0))
    if _ctypes.call_function(prctl, (PR_GET_DUMPABLE, 0, 0, 0, 0)) != 0:
        raise ServerGone


def wakeup_on_child():
    """A descriptor that becomes readable when a child has ended."""
    readable, writable = posix.pipe()
    set_blocking(writable, False)
    signal.set_wakeup_fd(writable, **({} if PYTHON2 else {"warn_on_full_buffer": False}))
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.siginterrupt(signal.SIGCHLD, False)
    return readable


def is_refused(code):
    """Whether the compiler takes the code for no Python. It is asked in a process of its own, which may hang or die."""
    process = posix.fork()
    if process:
        return posix.waitpid(process, 0)[1] == EXIT_1
    refused = 0
    try:
        for descriptor in range(3):
            posix.close(descriptor)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, COMPILER_PATIENCE)
        compile(code, "main.py", "exec", 0, True)
    except SyntaxError:
        refused = 1
    finally:
        posix._exit(refused)


def kill_everything_else():
    unless(errno.ESRCH, posix.kill, -1, SIGKILL)


def end_everything_else():
    kill_everything_else()
    while unless(errno.ECHILD, posix.waitpid, -1, 0):
        pass


def is_dying(process):
    """Whether a process is on its way out or has a SIGKILL before it; giving memory back can take it long."""
    try:
        flags = int(read_file("/proc/%d/stat" % process).rsplit(b")", 1)[1].split()[6])
        status = read_file("/proc/%d/status" % process)
        pending = int(status.split(b"SigPnd:")[1].split()[0], 16) | int(status.split(b"ShdPnd:")[1].split()[0], 16)
    except (OSError, IndexError, ValueError):
        return True
    return bool(flags & PF_EXITING or pending >> SIGKILL - 1 & 1)


def cgroup(places):
    """A figure of this container's control group, version 1 or 2; -1 where the kernel does not tell."""
    for name, key, divisor in places:
        try:
            text = b"\n" + read_file("/sys/fs/cgroup/" + name)
            return int(text.split(b"\n" + key, 1)[1].split(None, 1)[0]) // divisor
        except (OSError, IndexError, ValueError):
            continue
    return -1


def frame(kind, payload):
    return kind + _struct.pack(">I", len(payload)) + payload


def number(data):
    return _struct.unpack(">I", data)[0]


def now():
    """Seconds on a clock that only goes forward."""
    return posix.times()[4]


def set_blocking(descriptor, blocking):
    flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
    changed = flags & ~posix.O_NONBLOCK if blocking else flags | posix.O_NONBLOCK
    fcntl.fcntl(descriptor, fcntl.F_SETFL, changed)


def unless(expected, call, *arguments):
    """What the call gives; None where it fails with the error that is expected."""
    try:
        return call(*arguments)
    except OSError as error:
        if error.errno != expected:
            raise


def read_exactly(descriptor, length):
    data = b""
    while len(data) < length:
        more = posix.read(descriptor, length - len(data))
        if not more:
            raise ServerGone
        data += more
    return data


def write_all(descriptor, data):
    while data:
        data = data[posix.write(descriptor, data) :]


def read_file(name):
    descriptor = posix.open(name, posix.O_RDONLY)
    try:
        return posix.read(descriptor, CHUNK)
    finally:
        posix.close(descriptor)


def write_file(name, data):
    descriptor = posix.open(name, posix.O_WRONLY | posix.O_CREAT | posix.O_TRUNC, 0o644)
    try:
        write_all(descriptor, data)
    finally:
        posix.close(descriptor)
