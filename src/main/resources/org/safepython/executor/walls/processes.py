# Makes more processes than it may.
import os
import signal
import sys

most = int(sys.argv[1])
count = 0
error = "none"
while count < most + 16 and error == "none":
    try:
        if os.fork() == 0:
            signal.pause()
            os._exit(0)
        count += 1
    except OSError as refused:
        error = os.strerror(refused.errno)
sys.stdout.write("%d %s" % (count, error))
