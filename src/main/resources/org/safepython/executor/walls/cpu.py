# Spins in several processes for a second; says what share the kernel allows, where it says so.
import os
import sys
import time


def quota():
    folder = "/sys/fs/cgroup/"
    try:
        with open(folder + "cpu/cpu.cfs_quota_us") as allowed:
            with open(folder + "cpu/cpu.cfs_period_us") as period:
                return share(allowed.read(), period.read())
    except (IOError, OSError):
        pass
    try:
        with open(folder + "cpu.max") as both:
            return share(*both.read().split())
    except (IOError, OSError):
        return "unknown"


def share(allowed, period):
    return "none" if allowed.strip() in ("-1", "max") else "%d" % (100 * int(allowed) // int(period))


end = time.time() + 1
for number in range(int(sys.argv[1])):
    if os.fork() == 0:
        while time.time() < end:
            pass
        os._exit(0)
for number in range(int(sys.argv[1])):
    os.wait()
sys.stdout.write(quota())
