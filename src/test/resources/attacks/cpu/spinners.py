# wall: cpu; outcome: exit 0; evidence: share at most 0.7: True; without: cpu -> share at most 0.7: False
import os, time

start = time.monotonic()
for _ in range(2):
    if os.fork() == 0:
        while time.monotonic() - start < 3:
            pass
        os._exit(0)
for _ in range(2):
    os.wait()
times = os.times()
share = (times.children_user + times.children_system) / (time.monotonic() - start)
print("share at most 0.7:", share <= 0.7)
