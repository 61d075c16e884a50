# wall: pids; outcome: exit 0; evidence: EAGAIN; without: pids -> BROKEN
import errno, os, signal

for count in range(100):
    try:
        if os.fork() == 0:
            signal.pause()
    except OSError as error:
        print(errno.errorcode[error.errno] if count < 64 else "BROKEN")
        break
else:
    print("BROKEN")
