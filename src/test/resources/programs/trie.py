class Trie:
    def __init__(self):
        self.children = {}
        self.end = False

    def add(self, word):
        node = self
        for letter in word:
            node = node.children.setdefault(letter, Trie())
        node.end = True

    def words(self, prefix=""):
        if self.end:
            yield prefix
        for letter in sorted(self.children):
            yield from self.children[letter].words(prefix + letter)


trie = Trie()
for word in "car card care cat dog do".split():
    trie.add(word)
print(list(trie.words()))
