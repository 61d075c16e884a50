# Takes more memory than it may, a MiB at a time, and touches all of it.
import sys

blocks = []
for number in range(int(sys.argv[1]) + 64):
    blocks.append(bytearray(b"x" * (1 << 20)))
sys.stdout.write("%d MiB were to be had" % len(blocks))
