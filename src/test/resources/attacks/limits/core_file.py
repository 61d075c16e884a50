# wall: core; outcome: exit 0; evidence: (0, 0) False; without: core -> BROKEN
import os, resource, signal

child = os.fork()
if child == 0:
    os.kill(os.getpid(), signal.SIGQUIT)
dumped = os.WCOREDUMP(os.waitpid(child, 0)[1])
limits = resource.getrlimit(resource.RLIMIT_CORE)
print("(0, 0) False" if limits == (0, 0) and not dumped else "BROKEN")
