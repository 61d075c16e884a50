#!/usr/bin/env python3
"""Engines with different settings side by side, each with a server of its own, asked in turn: what one run takes of the machine.

Usage (as root): bench/engines.py seconds-of-a-turn turns-of-each engine ...
            or: bench/engines.py with engine command ..., such as mvn verify, which then is about that engine
The engines are those of ENGINES below, by name. Some need the package crun, those of Debian 13 also its files:
debootstrap --variant=minbase --include=docker.io,docker-cli,crun trixie /var/tmp/debian13
All end, and their state goes, with the benchmark.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import product

CLIENTS = 4
DEBIAN_13 = pathlib.Path("/var/tmp/debian13")

# In a world of its own: another Debian's files where there are any, and no second hierarchy of control groups, which crun refuses.
BEGIN = """
set -e
umount /sys/fs/cgroup/unified 2>/dev/null || true
if [ -n "$root" ]; then
  mount --bind "$root" "$root"
  cd "$root"
  for part in proc sys dev run; do mount --rbind "/$part" "$part"; done
  mkdir -p ".$folder"
  mount --rbind "$folder" ".$folder"
  pivot_root . mnt
  umount -l /mnt
fi
exec "$@"
"""


class Engine:
    """An engine of the benchmark's own, with the guest image of python3; and what a server shall know of it."""

    def __init__(self, memory=False, one_thread=False, crun=False, root="", shims=None):
        self.memory = memory
        self.environment = {"root": str(root), **({"GOMAXPROCS": "1"} if one_thread else {})}
        self.options = "--add-runtime crun=/usr/bin/crun --default-runtime crun".split() if crun else []
        self.settings = {"EXECUTOR_SHIM_CONTAINERS": str(shims)} if shims else {}

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="engine", dir="/var/tmp"))
        self.host = f"unix://{self.folder}/engine.sock"
        if self.memory:
            subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=711", "tmpfs", self.folder], check=True)
        try:
            self.begin()
        except BaseException:
            self.__exit__()
            raise
        return self

    def begin(self):
        self.log = open(f"/tmp/bench-{self.folder.name}.log", "w+")
        self.process = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "bash", "-c", BEGIN, "engine", "dockerd"]
            + [f"--host={self.host}", f"--data-root={self.folder}/data", f"--exec-root={self.folder}/exec"]
            + [f"--pidfile={self.folder}/pid", "--bridge=none", "--iptables=false", "--ip6tables=false", *self.options],
            env={**os.environ, **self.environment, "folder": str(self.folder)},
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
        )
        deadline = time.time() + 60
        while subprocess.run(["docker", "-H", self.host, "version"], capture_output=True).returncode:
            if self.process.poll() is not None or time.time() > deadline:
                raise SystemExit(open(self.log.name).read())
            time.sleep(0.2)
        copy = f"set -o pipefail; docker save {product.image()} | docker -H {self.host} load --quiet"
        subprocess.run(["bash", "-c", copy], check=True, capture_output=True)

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)
        self.log.close()
        if self.memory:
            subprocess.run(["umount", "--recursive", "--lazy", self.folder], check=True)
        subprocess.run(["rm", "-rf", self.folder], check=True)


ENGINES = {
    "disk": dict(),
    "disk, one thread": dict(one_thread=True),
    "memory": dict(memory=True),
    "memory, one thread": dict(memory=True, one_thread=True),
    "memory, one thread, crun": dict(memory=True, one_thread=True, crun=True),
    "13": dict(root=DEBIAN_13),
    "13, memory, one thread": dict(root=DEBIAN_13, memory=True, one_thread=True),
    "13, memory, one thread, crun": dict(root=DEBIAN_13, memory=True, one_thread=True, crun=True),
    "13, memory, one thread, crun, shims of 16": dict(
        root=DEBIAN_13, memory=True, one_thread=True, crun=True, shims=16
    ),
}


class Candidate:
    """An engine, its server, and what their runs have taken so far."""

    def __init__(self, name, server):
        self.name, self.server = name, server
        self.cpu, self.seconds, self.times, self.wrong = 0.0, 0.0, [], []

    def turn(self, seconds):
        """Runs without a pause, then until the pool is full again: each run pays for the container that takes its place."""
        before, begin = product.machine_seconds(), time.perf_counter()
        times, wrong, _ = product.without_pause(CLIENTS, seconds, product.hellos(self.server))
        self.times += times
        self.wrong += wrong
        self.server.fill()
        self.seconds += time.perf_counter() - begin
        self.cpu += product.machine_seconds() - before

    def __str__(self):
        runs = len(self.times)
        return f"{runs / self.seconds:5.1f} containers/s   {self.cpu / runs:.3f} CPU s each   {product.summary(self.times)}   {len(self.wrong)} wrong"


def compare(names, seconds, turns):
    """Starts one engine after the other, each within the last, then asks all of them in turn."""
    candidates = []

    def begin(left):
        if left:
            with Engine(**ENGINES[left[0]]) as engine, product.Server(DOCKER_HOST=engine.host, **engine.settings) as server:
                server.warm_up()
                candidates.append(Candidate(left[0], server))
                begin(left[1:])
            return
        for turn in range(turns):
            for candidate in candidates if turn % 2 == 0 else reversed(candidates):
                candidate.turn(seconds)
        for candidate in candidates:
            print(f"{candidate.name:<42} {candidate}")

    begin(names)
    product.load()


def run_with(name, command):
    """Runs a command whose environment says where the engine is and how it is used."""
    with Engine(**ENGINES[name]) as engine:
        return subprocess.run(command, env={**os.environ, "DOCKER_HOST": engine.host, **engine.settings}).returncode


if sys.argv[1] == "with":
    sys.exit(run_with(sys.argv[2], sys.argv[3:]))
compare(sys.argv[3:], float(sys.argv[1]), int(sys.argv[2]))
