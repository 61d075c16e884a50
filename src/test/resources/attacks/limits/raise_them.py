# wall: nofile; outcome: exit 0; evidence: refused; without: none, raising a limit takes a capability that not every engine has to give
import resource

try:
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
    print("BROKEN")
except (OSError, ValueError):
    print("refused")
