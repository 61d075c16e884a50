# wall: caps; outcome: exit 0; evidence: 0000000000000000; without: caps -> BROKEN
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
bounding = status["CapBnd"].strip()
print(bounding if int(bounding, 16) == 0 else "BROKEN")
