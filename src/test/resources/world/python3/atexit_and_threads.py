import atexit, threading, time

atexit.register(print, "at exit")


def work():
    time.sleep(0.05)
    print("thread")
    raise ValueError("in a thread")


thread = threading.Thread(target=work, name="worker")
thread.start()
print("main ends")
