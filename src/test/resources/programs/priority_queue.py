import queue

jobs = queue.PriorityQueue()
for priority, job in [(3, "sleep"), (1, "eat"), (2, "work")]:
    jobs.put((priority, job))
while not jobs.empty():
    print(*jobs.get())
