#!/usr/bin/env python3
"""Who takes the processor time of a run: every process of the machine by its name, those that are long gone included, while four
clients run hello-worlds without a pause. As root: the kernel reports each thread that ends (taskstats).

Usage: bench/profile.py [seconds, default 30]
"""

import collections
import os
import pathlib
import socket
import struct
import sys
import threading
import time

import product

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30
CLIENTS = 4

GENERIC, CONTROL = 16, 16
GET_FAMILY, FAMILY_ID, FAMILY_NAME = 3, 1, 2
GET, REGISTER = 1, 3
OF_A_THREAD, STATISTICS = 4, 3
COMMAND, USER_AND_SYSTEM = 80, 152


class EndedThreads:
    """Adds up the processor seconds of the threads that end, by command."""

    def __init__(self):
        self.seconds = collections.Counter()
        self.socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, GENERIC)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 << 20)
        self.ask(CONTROL, GET_FAMILY, FAMILY_NAME, b"TASKSTATS\0")
        family = dict(attributes(self.socket.recv(65536)[20:]))[FAMILY_ID]
        self.ask(struct.unpack("=H", family[:2])[0], GET, REGISTER, f"0-{os.cpu_count() - 1}".encode() + b"\0")
        threading.Thread(target=self.listen, daemon=True).start()

    def ask(self, family, command, kind, value):
        attribute = struct.pack("=HH", 4 + len(value), kind) + value
        attribute += b"\0" * (-len(attribute) % 4)
        head = struct.pack("=IHHII", 20 + len(attribute), family, 1, 0, 0)
        self.socket.send(head + struct.pack("=BBH", command, 1, 0) + attribute)

    def listen(self):
        while True:
            for kind, value in attributes(self.socket.recv(65536)[20:]):
                if kind == OF_A_THREAD:
                    statistics = dict(attributes(value))[STATISTICS]
                    command = statistics[COMMAND : COMMAND + 32].split(b"\0")[0].decode()
                    self.seconds[command] += sum(struct.unpack_from("=QQ", statistics, USER_AND_SYSTEM)) / 1e6


def attributes(data):
    """The attributes of a netlink message."""
    while len(data) >= 4:
        length, kind = struct.unpack_from("=HH", data)
        yield kind & 0x3FFF, data[4:length]
        data = data[(length + 3) & ~3 :]


def living():
    """Processor seconds of every thread there is, by command."""
    taken = collections.Counter()
    for stat in pathlib.Path("/proc").glob("[0-9]*/task/[0-9]*/stat"):
        try:
            command, seconds_of_it = product.account(stat.read_text())
        except OSError:
            continue
        taken[command] += seconds_of_it
    return taken


NAMES = {
    "concurrent/__de": "server: runs",
    "cell-pool": "server: pool",
    "http-thread": "server: http",
    **{name: name for name in ("runc", "containerd-shim", "containerd", "dockerd", "python3", "C1 Comp", "C2 Comp", "kworker")},
}


def name(command):
    """One name for the threads of a program."""
    return next((meaning for prefix, meaning in NAMES.items() if command.startswith(prefix)), command)


def main():
    ended = EndedThreads()
    with product.Server() as server:
        server.warm_up()
        before, gone, machine = living(), collections.Counter(ended.seconds), product.machine_seconds()
        client = time.process_time()
        times, wrong, _ = product.without_pause(CLIENTS, seconds, product.hellos(server))
        server.fill()
        time.sleep(0.5)
        client = time.process_time() - client
        machine = product.machine_seconds() - machine
        taken = collections.Counter()
        for part in (living(), ended.seconds):
            for command, value in part.items():
                taken[name(command)] += value
        for part in (before, gone):
            for command, value in part.items():
                taken[name(command)] -= value
    runs = len(times) + len(wrong)
    taken["python3"] -= client
    taken["client"] += client
    print(f"{runs} runs, {machine / runs:.3f} CPU s each, {len(wrong)} wrong")
    for command, value in taken.most_common(16):
        print(f"{command:<18} {value / machine:6.1%}   {value / runs * 1000:6.1f} ms a run")
    print(f"{'not accounted':<18} {1 - sum(taken.values()) / machine:6.1%}")
    product.load()


main()
