import sys

modules = sorted(sys.modules)
print modules
print dict((name, getattr(sys.modules[name], "__file__", None)) for name in modules)
print sys.argv, sys.executable, sys.prefix, sys.exec_prefix, sys.path, sorted(vars(sys))
print sys.flags, sys.warnoptions, sys.dont_write_bytecode, sys.exc_info()
print sys.meta_path, sys.path_hooks, sorted(sys.path_importer_cache.items())
print sys.getrecursionlimit(), sys.getcheckinterval(), sys.getfilesystemencoding(), sys.getdefaultencoding()
for stream in (sys.stdin, sys.stdout, sys.stderr):
    print stream, stream.name, stream.mode, stream.encoding, stream.errors, stream.newlines, stream.isatty(), stream.fileno()
print sys.stdout is sys.__stdout__, sys.stdout.softspace, sys.excepthook, sys.displayhook, sys.gettrace(), sys.getprofile()
import gc
print gc.isenabled(), gc.get_threshold(), gc.garbage
import __builtin__
print sorted(vars(__builtin__))
import imp
print imp.lock_held()
import threading
print threading.active_count(), threading.current_thread().name, threading.stack_size()
print sorted(c.__module__ + "." + c.__name__ for c in object.__subclasses__())
