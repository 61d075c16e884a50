from contextlib import contextmanager, suppress


class Section:
    depth = 0

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("  " * Section.depth + "<" + self.name + ">")
        Section.depth += 1
        return self

    def __exit__(self, kind, error, trace):
        Section.depth -= 1
        print("  " * Section.depth + "</" + self.name + ">")


@contextmanager
def bold():
    print("<b>")
    yield
    print("</b>")


with Section("html"), Section("body"):
    with bold():
        print("text")
with suppress(KeyError):
    {}["missing"]
