# Does not end in its time, but not for ever.
import time

end = time.time() + 10
while time.time() < end:
    pass
