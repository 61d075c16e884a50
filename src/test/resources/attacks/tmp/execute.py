# wall: tmp-noexec; outcome: exit 0; evidence: EACCES; without: tmp-noexec -> BROKEN
import errno


def attempt(action):
    try:
        return action() or "BROKEN"
    except OSError as error:
        return errno.errorcode[error.errno]


import os, shutil


shutil.copy("/usr/bin/python3.13", "/tmp/evil")
os.chmod("/tmp/evil", 0o755)


def run():
    child = os.fork()
    if child == 0:
        try:
            os.execv("/tmp/evil", ["evil", "-I", "-S", "-c", "pass"])
        except OSError as error:
            os._exit(error.errno)
    code = os.waitstatus_to_exitcode(os.wait()[1])
    if code:
        raise OSError(code, "")


print(attempt(run))
