# wall: process-1; outcome: exit 0; evidence: HELD; without: none, the runner protects itself; RunnerIT has more
opened = []
for path in ("mem", "environ", "maps", "fd/0", "fd/1", "fd/2", "root", "cwd", "exe", "auxv", "syscall", "stack", "io"):
    try:
        with open("/proc/1/" + path, "rb") as file:
            file.read(1)
        opened.append(path)
    except (IOError, OSError):
        pass
print(opened or "HELD")
