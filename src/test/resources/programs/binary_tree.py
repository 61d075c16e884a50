class Tree:
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None

    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = self.left if side == "left" else self.right
        if child:
            child.insert(key)
        elif side == "left":
            self.left = Tree(key)
        else:
            self.right = Tree(key)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def depth(self):
        return 1 + max((child.depth() for child in (self.left, self.right) if child), default=0)


root = Tree(50)
for key in (30, 70, 20, 40, 60, 80, 10):
    root.insert(key)
print(list(root), root.depth())
