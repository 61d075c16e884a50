#!/usr/bin/env python3
"""Bursts of 32 and 100 hello-worlds of 16 clients into a warm pool that they fit in.

Usage: bench/burst.py [repetitions, default 5]
"""

import statistics
import sys
import threading

import product


def burst(server, size, clients=16):
    """Runs per second, and the wall time of each."""
    left, times, wrong, lock = [size], [], [0], threading.Lock()

    def work(_):
        client = product.Client(server)
        client.get("/health/live")
        gate.wait()
        while True:
            with lock:
                if left[0] == 0:
                    return
                left[0] -= 1
            elapsed, right = product.timed(product.hello, client)
            times.append(elapsed)
            wrong[0] += not right

    gate = threading.Barrier(clients)
    seconds = product.at_once(clients, work)
    assert not wrong[0], f"{wrong[0]} wrong answers"
    return size / seconds, times


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
