"""Splits a sandbox container's first interpreter in two: process 1, the runner, and its child, the program.

The interpreter is started as `python3 -I -B main.py` and comes here from the site module, before it has looked for
main.py (see safepython.pth). The fork below therefore gives the program an interpreter in exactly the state that this
command line leads to: the child returns from here and goes on to run main.py; process 1 never returns.

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
    message = b""
    while more := posix.read(go[0], CHUNK):
        message += more
    if not message:
        posix._exit(0)
    merge, *arguments = decode(message)
    posix.dup2(stdin[0], 0)
    posix.dup2(stdout[1], 1)
    posix.dup2((stdout if merge == "1" else stderr)[1], 2)
    posix.closerange(3, last + 1)
    sys.argv.extend(arguments)
    sys.orig_argv.extend(arguments)
    sys.stdout.reconfigure(line_buffering=True)


def decode(message):
    """The strings of a go message: each ends with NUL, which no argument can hold."""
    return [part.decode("utf-8", "surrogateescape") for part in message.split(b"\0")[:-1]]


main()
globals().clear()
