#!/usr/bin/env python3
"""From the start of the single jar to "Serving on", to the first answer, and to a full pool.

Usage: bench/start.py [starts, default 5]
"""

import statistics
import sys
import time

import product

starts = int(sys.argv[1]) if len(sys.argv) > 1 else 5
moments = {"serving": [], "first answer": [], "full pool": []}
for _ in range(starts):
    with product.Server() as server:
        moments["serving"].append(server.serving)
        assert product.hello(product.Client(server))
        moments["first answer"].append(time.perf_counter() - server.begun)
        server.wait(lambda: server.metric("executor_pool_warm") >= server.pool)
        moments["full pool"].append(time.perf_counter() - server.begun)
print("   ".join(f"{name} {statistics.median(series):.1f} s" for name, series in moments.items()))
product.load()
