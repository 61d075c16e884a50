# wall: process-1; outcome: exit 0; evidence: 1000 EACCES; without: none, the runner protects itself
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import os


def spare_myself():
    os.close(os.open("/proc/1/oom_score_adj", os.O_WRONLY))


print(open("/proc/self/oom_score_adj").read().strip(), attempt(spare_myself))
