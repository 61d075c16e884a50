class JsonMixin:
    fields = ()

    def to_dict(self):
        return {"type": type(self).__name__} | {name: value for name, value in self.items()}


class Comparable:
    def __lt__(self, other):
        return self.key() < other.key()


class Song(JsonMixin, Comparable):
    def __init__(self, title, year):
        super().__init__()
        self.title, self.year = title, year

    def items(self):
        return [("title", self.title), ("year", self.year)]

    def key(self):
        return self.year


songs = [Song("b", 1999), Song("a", 1971)]
print([song.to_dict() for song in sorted(songs)])
