# wall: nofile; outcome: exit 0; evidence: EMFILE below 256; without: nofile -> BROKEN
import errno, os

count = 0
try:
    while count < 1000:
        os.dup(0)
        count += 1
    print("BROKEN")
except OSError as error:
    print(errno.errorcode[error.errno], "below 256" if count < 256 else "BROKEN")
