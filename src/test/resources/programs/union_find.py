class Groups:
    def __init__(self, items):
        self.parent = {item: item for item in items}

    def find(self, item):
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, a, b):
        self.parent[self.find(a)] = self.find(b)


edges = sorted([(4, "a", "b"), (1, "b", "c"), (3, "a", "c"), (2, "c", "d")])
groups, total = Groups("abcd"), 0
for weight, a, b in edges:
    if groups.find(a) != groups.find(b):
        groups.join(a, b)
        total += weight
print("spanning tree", total)
