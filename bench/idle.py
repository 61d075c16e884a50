#!/usr/bin/env python3
"""What a server and its pool take when nobody asks: processor time of the server, the engine and the whole machine, and
memory of the server, of the waiting containers and of what the engine runs beside each.

Usage: bench/idle.py [seconds, default 60] [pool sizes, default 16]
"""

import pathlib
import sys
import time

import product

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
sizes = [int(size) for size in sys.argv[2:]] or [16]


def processes(name):
    """Ids of the processes whose name begins so."""
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if (folder / "comm").read_text().strip().startswith(name):
                yield folder.name
        except OSError:
            continue


def own_mib(pid):
    """Memory of a process, its share of what it shares included."""
    with open(f"/proc/{pid}/smaps_rollup") as rollup:
        return sum(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024


for size in sizes:
    with product.Server(EXECUTOR_POOL_SIZE=0) as server:
        server.warm_up(5)
        without = product.used_mib()
    with product.Server(EXECUTOR_POOL_SIZE=size) as server:
        server.warm_up(5)
        each = (product.used_mib() - without) / size
        machine, own = product.machine_seconds(), product.process_seconds(server.process.pid)
        engine = {pid: product.process_seconds(pid) for name in ("dockerd", "containerd") for pid in processes(name)}
        time.sleep(seconds)
        machine, own = product.machine_seconds() - machine, product.process_seconds(server.process.pid) - own
        spent = sum(product.process_seconds(pid) - before for pid, before in engine.items())
        shims = [own_mib(pid) for pid in processes("containerd-shim")]
        print(
            f"pool of {size:<4} server {own / seconds:.2%} of a core, engine and shims {spent / seconds:.2%}, machine"
            f" {machine / seconds:.2%}   server {own_mib(server.process.pid):.0f} MiB"
            f"   {each:.1f} MiB each container, {sum(shims) / max(1, len(shims)):.1f} of it the engine's shim"
        )
product.load()
