"""Says what this CPython 2.7 makes of programs, as ask.py does.

Its tree does not say where all names stand: those are given without line and column. Attributes are as they are written.
"""
import __builtin__
import ast
import cStringIO
import struct
import sys
import warnings


class Reader(ast.NodeVisitor):
    def __init__(self, source):
        self.lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.names = []

    def say(self, *words):
        self.names.append(" ".join(str(word) for word in words))

    def say_at(self, kind, name, node):
        before = "".join(self.lines[node.lineno - 1:node.lineno])[:node.col_offset]
        self.say(kind, name, node.lineno, len(before.decode("utf-8", "replace")) + 1)

    def visit_Name(self, node):
        self.say_at("n", node.id, node)

    def visit_Attribute(self, node):
        self.say("a", node.attr)
        self.visit(node.value)

    def visit_keyword(self, node):
        self.say("a", node.arg)
        self.visit(node.value)

    def visit_FunctionDef(self, node):
        self.say("n", node.name)
        self.generic_visit(node)

    visit_ClassDef = visit_FunctionDef

    def visit_arguments(self, node):
        for name in (node.vararg, node.kwarg):
            if name:
                self.say("n", name)
        self.generic_visit(node)

    def visit_Global(self, node):
        for name in node.names:
            self.say("n", name)

    def visit_Exec(self, node):
        self.say("n", "exec")
        self.generic_visit(node)

    def visit_Import(self, node):
        for alias in node.names:
            self.say_at("i", alias.name, node)
            if alias.asname:
                self.say("n", alias.asname)

    def visit_ImportFrom(self, node):
        self.say_at("i", "." * node.level + (node.module or ""), node)
        for alias in node.names:
            if alias.name != "*":
                self.say("a", alias.name)
                self.say("n", alias.asname or alias.name)


def read(source):
    reader = Reader(source)
    reader.visit(ast.parse(source))
    return reader.names


def run_file(source):
    """Reads the file as `python2 main.py` does."""
    with open("case.py", "wb") as file:
        file.write(source)
    execfile("case.py", {"__name__": "__main__"})


def run_text(source):
    exec compile(source, "case.py", "exec", 0, True) in {"__name__": "__main__"}


def ran(source):
    calls = []
    __builtin__.mark = lambda *args, **keywords: calls.append(args)
    for run in (run_file, run_text):
        try:
            run(source)
        except BaseException:
            pass
    return bool(calls)


def answer(source):
    try:
        lines = ["parsed", "quiet"] + read(source)
    except (SyntaxError, TypeError, ValueError, MemoryError, OverflowError, RuntimeError):
        lines = ["refused", "quiet"]
    if "run" in sys.argv and ran(source):
        lines[1] = "ran"
    return "\n".join(lines)


def main():
    warnings.simplefilter("ignore")
    real_stdout = sys.stdout
    sys.modules["builtins"] = __builtin__
    length = sys.stdin.read(4)
    while length:
        sys.stdout = cStringIO.StringIO()
        data = answer(sys.stdin.read(*struct.unpack(">I", length)))
        real_stdout.write(struct.pack(">I", len(data)) + data)
        length = sys.stdin.read(4)
    real_stdout.flush()


main()
