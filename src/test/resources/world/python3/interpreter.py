import sys

modules = sorted(sys.modules)
print(modules)
print({name: repr(getattr(sys.modules[name], "__spec__", None)) for name in modules if name != "__main__"})
print(sys.argv, sys.orig_argv, sys.executable, sys.prefix, sys.exec_prefix, sys.path)
print(sys.flags, sys._xoptions, sys.warnoptions, sys.dont_write_bytecode)
print(sys.meta_path, sys.path_hooks, sorted(sys.path_importer_cache))
print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.get_int_max_str_digits(), sys.getfilesystemencoding())
for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream.name, stream.mode, stream.encoding, stream.errors, stream.newlines, stream.isatty(), stream.fileno())
    print(stream.write_through, type(stream.buffer).__name__, stream.closed, stream.line_buffering or stream is sys.stdout)
print(sys.excepthook, sys.displayhook, sys.breakpointhook, sys.unraisablehook, sys.gettrace(), sys.getprofile())
import gc
print(gc.isenabled(), gc.get_threshold(), gc.callbacks, gc.get_freeze_count())
import builtins
print(sorted(vars(builtins)))
import threading
print(threading.active_count(), threading.current_thread().name, threading.stack_size())
