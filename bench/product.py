"""What the benchmarks share: a server of their own, one that asks it, `docker run` beside it, and the machine's accounts."""

import concurrent.futures
import http.client
import json
import os
import pathlib
import re
import socket
import statistics
import subprocess
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
HELLO = 'print("Hello World")'

# As `mvn -Prun` starts it.
JAVA_OPTIONS = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"]


class Server:
    """The single jar on a free port, with settings; ended with the block."""

    def __init__(self, **settings):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.settings = {name: str(value) for name, value in settings.items()}
        self.pool = int(self.settings.get("EXECUTOR_POOL_SIZE", 16))

    def __enter__(self):
        self.log = open(f"/tmp/bench-server-{self.port}.log", "w+")
        environment = dict(os.environ, EXECUTOR_PORT=str(self.port), **self.settings)
        jar = HERE / "target" / "safe-python-executor.jar"
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            ["java", *JAVA_OPTIONS, "-jar", jar], env=environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log
        )
        try:
            self.wait(lambda: "Serving on" in open(self.log.name).read())
        except BaseException:
            self.__exit__()
            raise
        self.serving = time.perf_counter() - self.begun
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)
        self.log.close()

    def wait(self, condition):
        deadline = time.time() + 120
        while not condition():
            if self.process.poll() is not None or time.time() > deadline:
                raise SystemExit(open(self.log.name).read())
            time.sleep(0.02)

    def metric(self, name):
        text = Client(self).get("/metrics")
        return float(re.search(rf'^{name}{{language="python3"}} (\S+)', text, re.M).group(1))

    def fill(self):
        """Waits until the pool is full, and a moment more."""
        self.wait(lambda: self.metric("executor_pool_warm") >= self.pool)
        time.sleep(0.5)

    def warm_up(self, runs=60):
        """Waits until the server has rehearsed and the pool is full, after some runs."""
        client = Client(self)
        for _ in range(runs):
            client.run(HELLO)
        idle = process_seconds(self.process.pid)
        self.fill()
        while process_seconds(self.process.pid) - idle > 0.1:
            idle = process_seconds(self.process.pid)
            time.sleep(1)


class Client:
    """One connection that stays open; each number is another client to the server."""

    def __init__(self, server, number=0):
        source = (f"127.0.0.{number + 1}", 0)
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=90, source_address=source)

    def get(self, path):
        self.connection.request("GET", path)
        return self.connection.getresponse().read().decode()

    def post(self, path, body):
        self.connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        answer = self.connection.getresponse()
        return answer.status, json.loads(answer.read())

    def run(self, code, **fields):
        return self.post("/run", dict(code=code, **fields))


def hello(client):
    """Runs a hello-world; tells whether the answer was right."""
    status, result = client.run(HELLO)
    return status == 200 and result["stdout"] == "Hello World\n"


def image():
    tag = subprocess.run([HERE / "server-config/guest/image-tag.sh"], stdout=subprocess.PIPE, text=True, check=True)
    return tag.stdout.strip()


def docker_run(tag, *command):
    """Runs a hello-world as `docker run` does, in the same image behind the same walls; tells whether it was right.

    -S: process 1 of this image becomes the runner where the site module is loaded.
    """
    walls = f"""--rm --network none --read-only --user 65534:65534 --cap-drop ALL --security-opt no-new-privileges=true
        --security-opt seccomp={HERE}/server-config/guest/seccomp.json --memory 128m --memory-swap 128m
        --memory-swappiness 0 --cpus 0.5 --pids-limit 64 --ipc none --hostname sandbox --workdir /tmp
        --tmpfs /tmp:rw,noexec,nosuid,nodev,size=16m,nr_inodes=1024,mode=1777 --log-driver none --oom-score-adj 500
        --ulimit nofile=256:256 --ulimit core=0:0 --ulimit fsize=16777216:16777216""".split()
    command = command or ("/usr/bin/python3", "-I", "-S", "-B", "-c", HELLO)
    done = subprocess.run(["docker", "run", *walls, tag, *command], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    return done.stdout == b"Hello World\n"


def bare_python():
    """Runs a hello-world behind no wall at all."""
    done = subprocess.run(["/usr/bin/python3", "-I", "-c", HELLO], stdout=subprocess.PIPE)
    return done.stdout == b"Hello World\n"


def machine_seconds():
    """Processor seconds that the whole machine has spent."""
    with open("/proc/stat") as stat:
        fields = [int(field) for field in stat.readline().split()[1:]]
    return (sum(fields) - fields[3] - fields[4]) / TICKS


def account(stat):
    """Command and processor seconds, as the file `stat` of a process or a thread has them."""
    head, tail = stat.rsplit(")", 1)
    fields = tail.split()
    return head.split("(", 1)[1], (int(fields[11]) + int(fields[12])) / TICKS


def process_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        return account(stat.read())[1]


def used_mib():
    """Memory of the machine that is not available."""
    with open("/proc/meminfo") as meminfo:
        fields = dict(line.split(":") for line in meminfo)
    return sum(sign * int(fields[name].split()[0]) for name, sign in (("MemTotal", 1), ("MemAvailable", -1))) / 1024


def timed(action, *arguments):
    begin = time.perf_counter()
    right = action(*arguments)
    return (time.perf_counter() - begin) * 1000, right


def at_once(workers, work):
    """Runs work(number) in so many threads; gives seconds until the last has ended, or fails as one of them did."""
    begin = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(workers) as threads:
        failures = [one.exception() for one in [threads.submit(work, number) for number in range(workers)]]
    for failure in filter(None, failures):
        if not isinstance(failure, threading.BrokenBarrierError):
            raise failure
    return time.perf_counter() - begin


def without_pause(clients, seconds, make_run):
    """Each of so many clients runs what make_run(number) gives until the time is over.

    Gives the wall times of the right answers, those of the wrong ones, and seconds until the last had ended.
    """
    times, wrong = [], []
    end = time.perf_counter() + seconds

    def work(number):
        run = make_run(number)
        while time.perf_counter() < end:
            elapsed, right = timed(run)
            (times if right else wrong).append(elapsed)

    return times, wrong, at_once(clients, work)


def hellos(server):
    """What makes the run of a client: a hello-world, over a connection of its own."""

    def make_run(number):
        client = Client(server, number)
        return lambda: hello(client)

    return make_run


def quantile(times, percent):
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


def summary(times):
    return f"p50 {statistics.median(times):7.1f} ms   p90 {quantile(times, 90):7.1f} ms   p99 {quantile(times, 99):7.1f} ms"


def load():
    print("load average:", " ".join(f"{value:.2f}" for value in os.getloadavg()))
