#!/usr/bin/env python3
"""Hello-worlds without a pause, of 4 and of 16 clients, beside `docker run` at the same concurrency.

Usage: bench/sustained.py [seconds, default 60]
"""

import sys
import time

import product

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
tag = product.image()


def sustain(clients, make_run):
    """Runs by so many at once until the time is over; prints what came of it and gives runs per second."""
    before = product.machine_seconds()
    times, wrong, took = product.without_pause(clients, seconds, make_run)
    cpu = product.machine_seconds() - before
    rate = len(times) / took
    print(
        f"{rate:5.1f} runs/s   {product.summary(times)}   {cpu / max(1, len(times)):.3f} CPU s each   {len(wrong)} wrong"
    )
    return rate


for clients in (4, 16):
    with product.Server() as server:
        server.warm_up()
        print(f"{clients:>2} clients, server     ", end=" ")
        ours = sustain(clients, product.hellos(server))
    time.sleep(5)
    print(f"{clients:>2} clients, docker run ", end=" ", flush=True)
    theirs = sustain(clients, lambda _: lambda: product.docker_run(tag))
    print(f"   server / docker run: {ours / theirs:.1f}")
product.load()
