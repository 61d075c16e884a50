#!/usr/bin/env python3
"""How the median and the memory grow: a burst that fits the pool, by pools of 8, 32 and 128 and by 1, 4, 16 and 64 clients.

Usage: bench/growth.py
"""

import statistics
import time

import product
from burst import burst

SAMPLES = 100

for size in (8, 32, 128):
    time.sleep(10)
    before = product.used_mib()
    with product.Server(EXECUTOR_POOL_SIZE=size, EXECUTOR_QUEUE=160) as server:
        server.warm_up()
        print(f"pool of {size:<4} with its server takes {product.used_mib() - before:.0f} MiB")
        for clients in (1, 4, 16, 64):
            rates, times = [], []
            while clients < size and len(times) < SAMPLES:
                server.fill()
                rate, some = burst(server, size - 2, clients)
                rates.append(rate)
                times += some
            if times:
                rate = statistics.median(rates)
                print(f"pool of {size:<4} {clients:>2} clients   {rate:6.1f} runs/s   {product.summary(times)}")
product.load()
