from collections import OrderedDict


class LRU:
    def __init__(self, size):
        self.size = size
        self.data = OrderedDict()

    def __getitem__(self, key):
        self.data.move_to_end(key)
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.size:
            self.data.popitem(last=False)

    def __contains__(self, key):
        return key in self.data


cache = LRU(2)
cache["a"], cache["b"] = 1, 2
cache["a"]
cache["c"] = 3
print("a" in cache, "b" in cache, "c" in cache)
