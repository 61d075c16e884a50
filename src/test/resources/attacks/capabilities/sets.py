# wall: caps; outcome: exit 0; evidence: ['0', '0', '0', '0', '0']; without: caps, user -> BROKEN
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
sets = [status[name].strip().lstrip("0") or "0" for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")]
print(sets if set(sets) == {"0"} else "BROKEN")
