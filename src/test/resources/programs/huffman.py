import heapq
from collections import Counter


def huffman(text):
    heap = [(count, i, letter) for i, (letter, count) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    serial = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], serial, (a[2], b[2])))
        serial += 1
    codes = {}

    def walk(tree, code):
        if isinstance(tree, tuple):
            walk(tree[0], code + "0")
            walk(tree[1], code + "1")
        else:
            codes[tree] = code or "0"

    walk(heap[0][2], "")
    return codes


text = "abracadabra"
codes = huffman(text)
print(sum(len(codes[letter]) for letter in text), len(codes))
