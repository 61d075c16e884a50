# wall: pids; outcome: exit 0; evidence: held below 64; without: pids -> BROKEN
import threading

stop = threading.Event()
count = 0
try:
    while count < 100:
        threading.Thread(target=stop.wait, daemon=True).start()
        count += 1
except RuntimeError:
    pass
print("held below 64" if count < 64 else "BROKEN")
stop.set()
