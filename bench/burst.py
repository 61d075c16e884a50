#!/usr/bin/env python3
"""Bursts of 32 and 100 hello-worlds of 16 clients into a warm pool that they fit in.

Usage: bench/burst.py [repetitions, default 5]
"""

import statistics
import sys
import threading
import time

import product


def burst(server, size, clients=16):
    """Runs per second from the moment when all are connected, and the wall time of each."""
    programs, times, begun = iter(range(size)), [], []
    gate = threading.Barrier(clients, action=lambda: begun.append(time.perf_counter()), timeout=60)

    def work(number):
        try:
            client = product.Client(server, number)
            client.get("/health/live")
        except BaseException:
            gate.abort()
            raise
        gate.wait()
        for _ in programs:
            elapsed, right = product.timed(product.hello, client)
            if not right:
                raise AssertionError("a wrong answer")
            times.append(elapsed)

    product.at_once(clients, work)
    return size / (time.perf_counter() - begun[0]), times


def main(repetitions):
    for size in (32, 100):
        with product.Server(EXECUTOR_POOL_SIZE=size, EXECUTOR_QUEUE=128) as server:
            server.warm_up()
            rates, all_times = [], []
            for _ in range(repetitions):
                server.fill()
                rate, times = burst(server, size)
                rates.append(rate)
                all_times += times
            print(f"burst of {size:<4} {statistics.median(rates):6.1f} runs/s   {product.summary(all_times)}")
    product.load()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
