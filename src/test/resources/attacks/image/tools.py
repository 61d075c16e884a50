# wall: image; outcome: exit 0; evidence: ['/usr/bin/python3.13'] []; without: none, it is the image itself
import os, stat

programs, set_id = [], []
for directory, _, names in os.walk("/", onerror=None):
    if directory.startswith(("/proc", "/sys", "/dev")):
        continue
    for name in names:
        path = os.path.join(directory, name)
        mode = os.lstat(path).st_mode
        if stat.S_ISREG(mode) and mode & 0o6000:
            set_id.append(path)
        if stat.S_ISREG(mode) and mode & 0o111 and ".so" not in name:
            programs.append(path)
scripts = [p for p in programs if open(p, "rb").read(4) != b"\x7fELF"]
print([p for p in programs if p not in scripts], set_id)
