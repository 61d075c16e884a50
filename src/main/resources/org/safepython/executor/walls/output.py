# Writes more than it may, but not for ever.
import os
import sys

block = b"x" * 65536
for number in range(2 * int(sys.argv[1]) // len(block)):
    os.write(1, block)
