import heapq
import random

rng = random.Random(11)
events, served, waiting, free = [], 0, [], 2
for customer in range(10):
    heapq.heappush(events, (rng.uniform(0, 10), "arrive", customer))
while events:
    time, kind, customer = heapq.heappop(events)
    if kind == "arrive":
        waiting.append(customer)
    else:
        free += 1
        served += 1
    while waiting and free:
        free -= 1
        heapq.heappush(events, (time + rng.expovariate(1), "leave", waiting.pop(0)))
print("served", served)
