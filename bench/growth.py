#!/usr/bin/env python3
"""How the median and the memory grow: a burst that fits the pool, by pools of 8, 32 and 128 and by 1, 4, 16 and 64 clients.

Usage: bench/growth.py
"""

import product
from burst import burst

for size in (8, 32, 128):
    with product.Server(EXECUTOR_POOL_SIZE=size, EXECUTOR_QUEUE=160) as server:
        server.warm_up()
        for clients in (1, 4, 16, 64):
            server.fill()
            rate, times = burst(server, max(1, size - 2), clients)
            print(f"pool of {size:<4} {clients:>2} clients   {rate:6.1f} runs/s   {product.summary(times)}")
product.load()
