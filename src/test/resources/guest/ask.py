"""Says what this CPython makes of programs: which names it reads where, and with `run`, whether their mark() is called.

Standard input has the programs, each as a length of 4 bytes and its bytes. Standard output has an answer for each, in the
same form: "parsed" or "refused", "ran" or "quiet", then a line for every name: its kind (n a name, a an attribute, i an
import), the name, line and column. Both count from 1, columns in characters.
"""

import ast
import bisect
import builtins
import ctypes
import io
import sys
import unicodedata
import warnings
from _tokenize import TokenizerIter

FILE_INPUT = 257
NAME = 1


class Words:
    """The words of a program, by CPython's own tokenizer; the tree does not say where all names stand."""

    def __init__(self, text):
        self.lines = text.split("\n")
        self.begins, self.names, self.begin_of = [], [], {}
        try:
            for kind, word, begin, end, _ in TokenizerIter(io.StringIO(text).readline, extra_tokens=False):
                if kind == NAME:
                    self.begins.append(begin)
                    self.names.append(unicodedata.normalize("NFKC", word))
                    self.begin_of[end] = begin
        except (SyntaxError, SystemError):  # The module stumbles over some f-strings that the parser reads.
            pass

    def place(self, line, offset):
        """Bytes of UTF-8, which the tree counts, to characters."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        if not text.isascii():
            offset = len(text.encode()[:offset].decode("utf-8", "replace"))
        return line, offset

    def begin(self, node):
        return self.place(node.lineno, node.col_offset)

    def end(self, node):
        return self.place(node.end_lineno, node.end_col_offset)

    def last(self, name, node):
        """The word at the end; its length tells where the tokenizer's module has stumbled."""
        line, column = self.end(node)
        return self.begin_of.get((line, column), (line, column - len(name)))

    def next(self, name, place):
        for i in range(bisect.bisect_left(self.begins, place), len(self.begins)):
            if self.names[i] == name:
                return self.begins[i]
        return 0, -1


def names(tree, words):
    """Every identifier that the tree holds: kind, name, place."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name):
                yield "n", name, words.begin(node)
            case ast.Attribute(attr=name):
                yield "a", name, words.last(name, node)
            case ast.arg(arg=name) | ast.TypeVar(name=name):
                yield "n", name, words.begin(node)
            case ast.keyword(arg=str(name)):
                yield "a", name, words.begin(node)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield "n", name, words.next(name, behind_keyword(node, words))
            case ast.Import(names=aliases):
                for alias in aliases:
                    yield "i", alias.name, words.begin(node)
                    if alias.asname:
                        yield "n", alias.asname, words.last(alias.asname, alias)
            case ast.ImportFrom(module=module, level=level, names=aliases):
                yield "i", "." * level + (module or ""), words.begin(node)
                for alias in aliases:
                    if alias.name != "*":
                        yield "a", alias.name, words.begin(alias)
                        yield "n", alias.asname or alias.name, words.last(alias.asname or alias.name, alias)
            case ast.ExceptHandler(name=str(name)):
                yield "n", name, words.next(name, words.end(node.type))
            case ast.Global(names=declared) | ast.Nonlocal(names=declared):
                line, column = words.begin(node)
                for name in declared:
                    line, column = words.next(name, (line, column + 1))
                    yield "n", name, (line, column)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield "n", name, words.last(name, node)
            case ast.MatchMapping(patterns=patterns, rest=str(name)):
                yield "n", name, words.next(name, words.end(patterns[-1]) if patterns else words.begin(node))
            case ast.MatchClass(cls=cls, patterns=patterns, kwd_attrs=keywords, kwd_patterns=values):
                before = patterns[-1] if patterns else cls
                for name, value in zip(keywords, values):
                    yield "a", name, words.next(name, words.end(before))
                    before = value
            case ast.ParamSpec(name=name) | ast.TypeVarTuple(name=name):
                yield "n", name, words.last(name, node)


def behind_keyword(node, words):
    line, column = words.begin(node)
    for keyword in ("class",) if isinstance(node, ast.ClassDef) else ("def",):
        line, column = words.next(keyword, (line, column))
    return line, column + 1


def read(source):
    tree = ast.parse(source)
    text = source.decode("utf-8", "replace").removeprefix("\ufeff")
    words = Words(text.replace("\r\n", "\n").replace("\r", "\n"))
    return ["%s %s %d %d" % (kind, name, line, column + 1) for kind, name, (line, column) in names(tree, words)]


def run_file(source):
    """Runs a program as `python3 main.py` does: the tokenizer reads files otherwise than strings."""
    with open("case.py", "wb") as file:
        file.write(source)
    libc = ctypes.CDLL(None)
    libc.fopen.restype = ctypes.c_void_p
    run = ctypes.pythonapi.PyRun_FileExFlags
    run.restype = ctypes.py_object
    run.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int] + 2 * [ctypes.py_object] + [ctypes.c_int, ctypes.c_void_p]
    world = {"__name__": "__main__", "__builtins__": builtins}
    run(libc.fopen(b"case.py", b"rb"), b"case.py", FILE_INPUT, world, world, 1, None)


def run_text(source):
    exec(compile(source, "case.py", "exec", dont_inherit=True), {"__name__": "__main__", "__builtins__": builtins})


def ran(source):
    calls = []
    builtins.mark = lambda *args, **keywords: calls.append(args)
    for run in (run_file, run_text):
        try:
            run(source)
        except BaseException:
            pass
    return bool(calls)


def answer(source):
    try:
        lines = ["parsed", "quiet", *read(source)]
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        lines = ["refused", "quiet"]
    if "run" in sys.argv and ran(source):
        lines[1] = "ran"
    return "\n".join(lines).encode("utf-8", "replace")


def main():
    warnings.simplefilter("ignore")
    real_stdout = sys.stdout.buffer
    sys.stdout = io.StringIO()
    while length := sys.stdin.buffer.read(4):
        data = answer(sys.stdin.buffer.read(int.from_bytes(length, "big")))
        real_stdout.write(len(data).to_bytes(4, "big") + data)
    real_stdout.flush()


main()
