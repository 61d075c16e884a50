"""Splits a sandbox container's first interpreter in two: process 1, the runner, and its child, the program.

The interpreter is started as its image's command says (`python3 -I -B main.py`, `python2 -E -s -B main.py`) and comes
here from the site module, before it has looked for main.py (see safepython.pth). The fork below therefore gives the
program an interpreter in exactly the state that this command line leads to: the child returns from here and goes on to
run main.py; process 1 never returns.

The child shares what was loaded before the fork. So nothing is imported here that every interpreter does not have, no
class is defined (a class is part of a reference cycle and would outlive this file), and the runner is loaded after.
"""

import posix
import sys

RUNNER = "/usr/lib/safepython/runner.marshal"
CHUNK = 65536


def main():
    pipes = [posix.pipe() for _ in range(4)]
    program = posix.fork()
    if program == 0:
        become_program(*pipes)
        return
    try:
        (go_end, go), (stdin_end, stdin), (stdout, stdout_end), (stderr, stderr_end) = pipes
        for descriptor in (go_end, stdin_end, stdout_end, stderr_end):
            posix.close(descriptor)
        runner = {"__name__": "runner"}
        with open(RUNNER, "rb") as code:
            exec(sys.modules["marshal"].loads(code.read()), runner)
        runner["run"](program, go, stdin, stdout, stderr)
    finally:
        posix._exit(0)


def become_program(go, stdin, stdout, stderr):
    """Waits in the child for the job, then returns as the program, with no trace of the runner."""
    posix.setsid()
    last = posix.open("/proc/self/oom_score_adj", posix.O_WRONLY)
    posix.write(last, b"1000")
    posix.close(go[1])
    own_memory()
    message = read_all(go[0])
    if not message:
        posix._exit(0)
    # Each string of the message ends with NUL, which no argument can hold.
    strings = message.split(b"\0")[:-1]
    posix.dup2(stdin[0], 0)
    enter = enter_python2 if sys.version_info[0] == 2 else enter_python3
    enter(strings[1:])
    posix.dup2(stdout[1], 1)
    posix.dup2((stdout if strings[0] == b"1" else stderr)[1], 2)
    # One by one: Python 2 has the path configuration file open at this moment.
    for descriptor in go[:1] + stdin + stdout + stderr + (last,):
        posix.close(descriptor)


def own_memory():
    """Collects garbage, of which there is none: so the pages that every collection writes to, the interpreter's last one
    too, are no longer shared with process 1 when the job comes. Python 2's gc would leave the module time behind."""
    if sys.version_info[0] == 2:
        return
    __import__("gc").collect()
    del sys.modules["gc"]


def read_all(descriptor):
    message = more = posix.read(descriptor, CHUNK)
    while more:
        more = posix.read(descriptor, CHUNK)
        message += more
    return message


def enter_python3(arguments):
    arguments = [argument.decode("utf-8", "surrogateescape") for argument in arguments]
    sys.argv.extend(arguments)
    sys.orig_argv.extend(arguments)
    sys.stdout.reconfigure(line_buffering=True)


def enter_python2(arguments):
    """Python 2 makes sys.argv after the site module, shortly before main.py, and leaves buffering to libc."""
    # The fork has released the lock that the import of the site module still holds.
    __import__("imp").acquire_lock()
    del sys.modules["imp"], sys.modules["marshal"]
    buffer_lines_of_stdout()

    # Asked for main.py between the two. What it needs is bound here: this file's names are gone by then.
    def extend_argv(path, sys=sys, decline=ImportError):
        if path == "main.py":
            sys.path_hooks.pop()
            sys.argv.extend(arguments)
        raise decline

    sys.path_hooks.append(extend_argv)


def buffer_lines_of_stdout():
    """libc decides by the first thing written: to a terminal, by the line. Nobody reads this one."""
    terminal = posix.open("/dev/ptmx", posix.O_RDWR | posix.O_NOCTTY)
    posix.dup2(terminal, 1)
    posix.close(terminal)
    sys.stdout.write("\n")


main()
globals().clear()
