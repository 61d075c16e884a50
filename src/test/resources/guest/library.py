"""Hands out the standard library: for each file its name and its bytes, each as a length of 4 bytes and what it counts."""

import os
import sys

LIBRARY = os.path.dirname(os.__file__)


def write(data):
    sys.stdout.buffer.write(len(data).to_bytes(4, "big") + data)


for folder, folders, files in os.walk(LIBRARY):
    folders.sort()
    for file in sorted(files):
        if file.endswith(".py"):
            path = os.path.join(folder, file)
            write(os.path.relpath(path, LIBRARY).encode())
            with open(path, "rb") as source:
                write(source.read())
