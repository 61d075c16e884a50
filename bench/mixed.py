#!/usr/bin/env python3
"""A hello-world every 200 ms of one client beside three others who spin, bomb and flood: 10 % of their programs spin, 5 %
take all memory, 5 % flood, the rest are hello-worlds.

Usage: bench/mixed.py [seconds, default 60]
"""

import collections
import random
import sys
import time

import product

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
NEIGHBOURS = 3
SPINNER = "while True:\n    pass"
BOMB = "x = []\nwhile True:\n    x.append('x' * 1000000)"
FLOOD = "while True:\n    print('x' * 1000)"


def neighbour(server, seed, end, outcomes):
    chance = random.Random(seed)
    client = product.Client(server, seed)
    while time.perf_counter() < end:
        dice = chance.random()
        code = SPINNER if dice < 0.10 else BOMB if dice < 0.15 else FLOOD if dice < 0.20 else product.HELLO
        status, result = client.run(code, timeout_ms=2000 if code == SPINNER else 5000)
        outcomes[result.get("outcome", status)] += 1
        time.sleep(0.2)


def measure(server, neighbours):
    times, outcomes = [], collections.Counter()
    end = time.perf_counter() + seconds

    def work(number):
        if number:
            neighbour(server, number, end, outcomes)
            return
        client = product.Client(server)
        while time.perf_counter() < end:
            elapsed, right = product.timed(product.hello, client)
            assert right
            times.append(elapsed)
            time.sleep(0.2)

    product.at_once(neighbours + 1, work)
    return times, outcomes


with product.Server() as server:
    server.warm_up()
    for name, neighbours in (("alone", 0), ("beside the others", NEIGHBOURS)):
        times, outcomes = measure(server, neighbours)
        print(f"{name:<18} {product.summary(times)}   p95 {product.quantile(times, 95):7.1f} ms   {dict(outcomes)}")
product.load()
