# wall: masked; outcome: exit 0; evidence: []; without: masked -> BROKEN
import os

paths = """/proc/acpi /proc/asound /proc/kcore /proc/keys /proc/latency_stats /proc/sched_debug /proc/scsi
    /proc/timer_list /proc/timer_stats /proc/config.gz /proc/diskstats /proc/interrupts /proc/iomem /proc/kallsyms
    /proc/kpagecount /proc/kpageflags /proc/modules /proc/slabinfo /proc/vmallocinfo /sys/block /sys/firmware
    /sys/devices/virtual/dmi /sys/devices/virtual/powercap /sys/kernel /sys/module""".split()
seen = []
for path in paths:
    try:
        content = os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(1)
    except OSError:
        continue
    if content:
        seen.append(path)
print("BROKEN" if seen else seen)
