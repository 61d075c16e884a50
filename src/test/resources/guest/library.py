"""Hands out the standard library: for each file its name and its bytes, each as a length of 4 bytes and what it counts.

One source for Python 3 and 2.7.
"""

import os
import struct
import sys

LIBRARY = os.path.dirname(os.__file__)
OUT = getattr(sys.stdout, "buffer", sys.stdout)


def write(data):
    OUT.write(struct.pack(">I", len(data)) + data)


for folder, folders, files in os.walk(LIBRARY):
    folders.sort()
    for file in sorted(files):
        if file.endswith(".py"):
            path = os.path.join(folder, file)
            write(os.path.relpath(path, LIBRARY).encode())
            with open(path, "rb") as source:
                write(source.read())
