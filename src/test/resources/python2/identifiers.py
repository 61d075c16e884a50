"""Says, with CPython's own ast, what each program below a folder names: a line "F path text", then one line a name.

N name line column: names with a place; M name: names without; A name: attributes, keywords, names imported from modules;
I module line. A line "S" for what is no UTF-8 or no Python. Columns count code points from 1. The text is in base64.
"""
import ast
import base64
import os
import sys


class Reader(ast.NodeVisitor):
    def __init__(self, lines, out):
        self.lines = lines
        self.out = out
        self.owner = ""

    def say(self, *words):
        self.out.write(" ".join(str(word) for word in words) + "\n")

    def attribute(self, name):
        if self.owner and name.startswith("__") and not name.endswith("__"):
            name = "_" + self.owner + name
        self.say("A", name)

    def visit_Name(self, node):
        before = self.lines[node.lineno - 1][:node.col_offset]
        self.say("N", node.id, node.lineno, len(before.decode("utf-8")) + 1)

    def visit_Attribute(self, node):
        self.attribute(node.attr)
        self.visit(node.value)

    def visit_keyword(self, node):
        self.say("A", node.arg)
        self.visit(node.value)

    def visit_FunctionDef(self, node):
        self.say("M", node.name)
        self.generic_visit(node)

    def visit_arguments(self, node):
        for name in (node.vararg, node.kwarg):
            if name:
                self.say("M", name)
        self.generic_visit(node)

    def visit_ClassDef(self, node):
        self.say("M", node.name)
        for part in node.bases + node.decorator_list:
            self.visit(part)
        outer, self.owner = self.owner, node.name.lstrip("_")
        for part in node.body:
            self.visit(part)
        self.owner = outer

    def visit_Global(self, node):
        for name in node.names:
            self.say("M", name)

    def visit_Exec(self, node):
        self.say("M", "exec")
        self.generic_visit(node)

    def visit_Import(self, node):
        for alias in node.names:
            self.say("I", alias.name, node.lineno)
            if alias.asname:
                self.say("M", alias.asname)

    def visit_ImportFrom(self, node):
        self.say("I", "." * node.level + (node.module or ""), node.lineno)
        for alias in node.names:
            if alias.name != "*":
                self.say("A", alias.name)
                self.say("M", alias.asname or alias.name)


def read(name, source, out):
    out.write("F " + name + " " + base64.b64encode(source) + "\n")
    try:
        source.decode("utf-8")
        tree = ast.parse(source)
    except (SyntaxError, TypeError, ValueError, MemoryError, OverflowError):
        out.write("S\n")
        return
    Reader(source.replace("\r\n", "\n").split("\n"), out).visit(tree)


if __name__ == "__main__":
    for top, _, files in os.walk(sys.argv[1]):
        for file_name in sorted(files):
            if file_name.endswith(".py"):
                path = os.path.join(top, file_name)
                with open(path, "rb") as source:
                    read(os.path.relpath(path, sys.argv[1]), source.read(), sys.stdout)
