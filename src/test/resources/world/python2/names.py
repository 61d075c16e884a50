print sorted(globals())
print __name__, __file__, __doc__, __package__, __builtins__
print dict((name, type(value).__name__) for name, value in sorted(globals().items()))
import sys
main = sys.modules["__main__"]
print main, sorted(vars(main)), main.__file__, sys._getframe().f_back, sys._getframe().f_code.co_filename
