# wall: seccomp; outcome: exit 0; evidence: no answer; without: seccomp -> BROKEN or the kernel has no such entry
import ctypes, mmap, os, signal

page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(bytes.fromhex("b814000000cd80c3"))
code = ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
child = os.fork()
if child == 0:
    os._exit(code() == os.getpid())
ending = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print("no answer" if ending in (-signal.SIGSYS, -signal.SIGSEGV) else "BROKEN")
if ending == -signal.SIGSEGV:
    print("the kernel has no such entry")
