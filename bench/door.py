#!/usr/bin/env python3
"""What the door itself costs: POST /check of a small program through a running server, beside GET /health/live, in turn.

Prints the median wall time of each over one connection that stays open, their ratio, and the processor time of the
server for both together. Usage: bench/door.py [pairs, default 3000] [server, default 127.0.0.1:5000]
"""

import http.client
import json
import os
import statistics
import sys
import time

pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
server = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1:5000"
connection = http.client.HTTPConnection(server, timeout=30)
program = json.dumps({"code": "print(sum(range(10)))"})


def ask(method, path, body=None):
    begin = time.perf_counter()
    connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, answer.status
    return (time.perf_counter() - begin) * 1000


def row(name, times):
    times.sort()
    print(f"{name:<18} p50 {statistics.median(times):7.2f} ms   p99 {times[len(times) * 99 // 100]:7.2f} ms")


for _ in range(500):
    ask("POST", "/check", program)
    ask("GET", "/health/live")
checks, lives = [], []
for _ in range(pairs):
    checks.append(ask("POST", "/check", program))
    lives.append(ask("GET", "/health/live"))
row("POST /check", checks)
row("GET /health/live", lives)
print(f"check / live: {statistics.median(checks) / statistics.median(lives):.2f}")
print("load average:", " ".join(f"{load:.2f}" for load in os.getloadavg()))
