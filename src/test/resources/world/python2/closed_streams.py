import os, sys

print "before"
sys.stdout.close()
os.write(1, "descriptor\n")
try:
    print "after"
except ValueError as error:
    sys.stderr.write(str(error))
os.close(1)
