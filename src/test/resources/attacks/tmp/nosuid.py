# wall: tmp-nosuid; outcome: exit 0; evidence: nosuid True; without: tmp-nosuid -> nosuid False
options = next(line.split()[3].split(",") for line in open("/proc/mounts") if line.split()[1] == "/tmp")
print("nosuid", "nosuid" in options)
