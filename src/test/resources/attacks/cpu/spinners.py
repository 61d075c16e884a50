# wall: cpu; outcome: exit 0; evidence: share at most 0.7: True, quota 0.5; without: cpu -> quota none
import os, time


def quota():
    try:
        allowed, period = (open(f"/sys/fs/cgroup/cpu/cpu.cfs_{name}_us").read() for name in ("quota", "period"))
    except OSError:
        allowed, period = open("/sys/fs/cgroup/cpu.max").read().split()
    return int(allowed) / int(period) if allowed.strip() not in ("-1", "max") else "none"


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
print(f"share at most 0.7: {share <= 0.7}, quota {quota()}")
