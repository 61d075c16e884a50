"""Runs programs as users' are run, each as a process of its own, and says their exit codes, each as a field."""

import subprocess
import sys

while length := sys.stdin.buffer.read(4):
    with open("main.py", "wb") as file:
        file.write(sys.stdin.buffer.read(int.from_bytes(length, "big")))
    try:
        program = ["/usr/bin/python3", "-I", "-B", "main.py"]
        code = subprocess.run(program, stdin=subprocess.DEVNULL, capture_output=True, timeout=5).returncode
    except subprocess.TimeoutExpired:
        code = "too slow"
    text = str(code).encode()
    sys.stdout.buffer.write(len(text).to_bytes(4, "big") + text)
