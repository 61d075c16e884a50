# wall: network; outcome: exit 0; evidence: ['lo'] False; without: network -> BROKEN
names = sorted(line.split(":")[0].strip() for line in open("/proc/net/dev") if ":" in line)
routes = len(open("/proc/net/route").readlines()) > 1
print((names, routes) == (["lo"], False) and "['lo'] False" or "BROKEN")
