import heapq

GRAPH = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"c": 10, "d": 15}, "c": {"d": 11, "f": 2}, "d": {"e": 6}, "f": {"e": 9}, "e": {}}


def distances(source):
    best = {source: 0}
    heap = [(0, source)]
    while heap:
        cost, node = heapq.heappop(heap)
        if cost > best.get(node, float("inf")):
            continue
        for neighbour, weight in GRAPH[node].items():
            if cost + weight < best.get(neighbour, float("inf")):
                best[neighbour] = cost + weight
                heapq.heappush(heap, (cost + weight, neighbour))
    return best


print(distances("a"))
