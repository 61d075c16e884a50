# Takes more memory than it may, and touches each page of it.
import mmap
import sys

size = (int(sys.argv[1]) + 64) << 20
block = mmap.mmap(-1, size)
for page in range(0, size, mmap.PAGESIZE):
    block[page : page + 1] = b"x"
sys.stdout.write("%d MiB were to be had" % (size >> 20))
