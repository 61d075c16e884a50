print(sorted(globals()))
print(__name__, __file__, __doc__, __package__, __spec__, __builtins__, type(__loader__), __annotations__ if "__annotations__" in globals() else None)
print({name: type(value).__name__ for name, value in sorted(globals().items())})
import sys
main = sys.modules["__main__"]
print(main, sorted(vars(main)), main.__file__, sys._getframe().f_back, sys._getframe().f_code.co_filename)
print(__loader__.get_filename("__main__") if hasattr(__loader__, "get_filename") else None)
