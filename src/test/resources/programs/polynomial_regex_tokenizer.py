import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    column: int


PATTERN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in [
    ("NUMBER", r"\d+(\.\d*)?"), ("NAME", r"[A-Za-z_]\w*"), ("OP", r"[+\-*/=]"), ("SKIP", r"\s+"), ("BAD", r".")]))


def tokenize(text):
    for match in PATTERN.finditer(text):
        kind = match.lastgroup
        if kind == "BAD":
            raise SyntaxError(f"{match.group()!r} at {match.start()}")
        if kind != "SKIP":
            yield Token(kind, match.group(), match.start())


for token in tokenize("area = 3.14 * r"):
    print(*token)
