# wall: no-new-privileges; outcome: exit 0; evidence: NoNewPrivs 1; without: no-new-privileges, seccomp -> NoNewPrivs 0
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print("NoNewPrivs", status["NoNewPrivs"].strip())
