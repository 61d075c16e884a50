#!/usr/bin/env python3
"""A hello-world of one client into a warm pool, beside `docker run` with the same image and walls and bare Python, in turn.

In each round there are ten of each, one after the other; and one of the server's alone, a while after the last, when
nothing of it is in the processor's caches any more. Usage: bench/hello.py [rounds, default 20]
"""

import statistics
import sys
import time

import product

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
EACH = 10


def main():
    tag = product.image()
    times = {"server": [], "server, alone": [], "docker run": [], "bare python3": []}

    def measure(name, run, count=EACH):
        for _ in range(count):
            elapsed, right = product.timed(run)
            assert right, name
            times[name].append(elapsed)

    with product.Server() as server:
        server.warm_up()
        client = product.Client(server)
        for _ in range(rounds):
            measure("docker run", lambda: product.docker_run(tag))
            measure("bare python3", product.bare_python)
            server.fill()
            measure("server, alone", lambda: product.hello(client), 1)
            server.fill()
            measure("server", lambda: product.hello(client))
            time.sleep(1)
    for name, series in times.items():
        print(f"{name:<14} {product.summary(series)}")
    print(f"docker run / server: {statistics.median(times['docker run']) / statistics.median(times['server']):.1f}")
    product.load()


main()
