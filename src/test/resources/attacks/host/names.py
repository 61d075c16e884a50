# wall: host; outcome: exit 0; evidence: sandbox; without: none, there is nothing to take away
import os

print(os.uname().nodename)
