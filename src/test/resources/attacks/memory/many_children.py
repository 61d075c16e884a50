# wall: memory; outcome: exit 0; evidence: killed True; without: memory -> killed False
import os, signal

children = []
for _ in range(4):
    child = os.fork()
    if child == 0:
        block = bytearray(80 << 20)
        os.write(1, b"")
        signal.pause()
    children.append(child)
import time

time.sleep(2.5)
killed = 0
for child in children:
    done, status = os.waitpid(child, os.WNOHANG)
    killed += done != 0 and os.WIFSIGNALED(status) and os.WTERMSIG(status) == 9
print("killed", killed > 0)
