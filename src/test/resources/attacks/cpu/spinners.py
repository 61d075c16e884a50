# wall: cpu; outcome: exit 0; evidence: share at most 0.7: True, throttled: True; without: cpu -> throttled: False
import os, time


def throttled():
    for name in ("cpu/cpu.stat", "cpu.stat"):
        try:
            figures = dict(line.split() for line in open("/sys/fs/cgroup/" + name))
            return int(figures.get("nr_throttled", 0)) > 0
        except OSError:
            continue


start = time.monotonic()
for _ in range(2):
    if os.fork() == 0:
        while time.monotonic() - start < 2:
            pass
        os._exit(0)
for _ in range(2):
    os.wait()
times = os.times()
share = (times.children_user + times.children_system) / (time.monotonic() - start)
print(f"share at most 0.7: {share <= 0.7}, throttled: {throttled()}")
