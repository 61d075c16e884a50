# wall: seccomp; outcome: signal 31; evidence: calling; without: seccomp -> BROKEN
import ctypes, mmap, os

page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(bytes.fromhex("b814000000cd80c3"))
code = ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
print("calling", flush=True)
print("BROKEN" if code() == os.getpid() else "the kernel has no such entry")
