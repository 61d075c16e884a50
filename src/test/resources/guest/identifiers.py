"""Says which characters this CPython takes in names: two fields of a name a line, at the beginning and behind another."""

import sys


def write(text):
    data = text.encode()
    sys.stdout.buffer.write(len(data).to_bytes(4, "big") + data)


for before in ("", "x"):
    names = (before + chr(character) for character in range(0x80, sys.maxunicode + 1))
    write("\n".join(name for name in names if name.isidentifier()))
