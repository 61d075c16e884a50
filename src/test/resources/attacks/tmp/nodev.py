# wall: tmp-nodev; outcome: exit 0; evidence: nodev True; without: tmp-nodev -> nodev False
options = next(line.split()[3].split(",") for line in open("/proc/mounts") if line.split()[1] == "/tmp")
print("nodev", "nodev" in options)
