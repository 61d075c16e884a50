#!/usr/bin/env bash
# Sets up what the product needs on this machine: an engine that answers and the guest image of python3; for tests also
# that of python2, which a server builds by itself, Chromium, and what the examples of clients need.
# What is there already is left alone. Each step says in one line what it does, or what to do where it cannot.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
purpose=${1:-run}
memory=/run/safe-python-executor-engine
engine_log=/var/log/safe-python-executor-dockerd.log
export DEBIAN_FRONTEND=noninteractive

say() { echo "[set-up] $*"; }
fail() { echo "[set-up] $*" >&2; exit 1; }

# Not in a folder that others write to.
lock=${XDG_RUNTIME_DIR:-${HOME:-/tmp}}
[ "$(id -u)" != 0 ] || lock=/run
exec 9>> "$lock/.safe-python-executor-set-up.lock"
flock -w 900 9 || fail "Another set-up has not ended in 15 minutes"

engine_answers() { docker version --format '{{.Server.Version}}' 2>/dev/null; }

install() {
  local log
  [ "$(id -u)" = 0 ] || fail "$* is missing: as root, apt-get install $*"
  command -v apt-get >/dev/null || fail "$* is missing and this is not Debian: install it, then try again"
  say "Installing $*"
  log=$(mktemp)
  apt-get -qq update > "$log" 2>&1 9>&- || true
  apt-get -qq -y --no-install-recommends install "$@" >> "$log" 2>&1 9>&- \
    || { tail -n 3 "$log" >&2; fail "Debian's package $* cannot be installed: see the lines above"; }
  rm -f "$log"
}

start_engine() {
  if [ -d /run/systemd/system ]; then
    systemctl start docker
    await_engine || fail "The engine did not start: see journalctl -u docker"
    return
  fi
  if has_no_state && put_in_memory; then
    begin_engine --data-root "$memory/data" --exec-root "$memory/exec"
    if await_engine $!; then
      say "It keeps images and containers in memory, in $memory, until this machine is shut down"
      return
    fi
    umount -R "$memory" || true
  fi
  begin_engine
  await_engine $! || { tail -n 3 "$engine_log" >&2; fail "The engine did not start: see $engine_log"; }
}

# In memory a container takes less (docs/performance.md). An engine that was used before finds its state where it was.
has_no_state() {
  [ -z "$(ls -A /var/lib/docker 2>/dev/null)" ] && ! grep -qsE '"(data-root|exec-root|graph)"' /etc/docker/daemon.json
}

put_in_memory() {
  mountpoint -q "$memory" && return
  [ "$(memory_mib)" -ge 3072 ] || return
  mkdir -p "$memory"
  mount -t tmpfs -o mode=711,size=1g safe-python-executor-engine "$memory"
}

# What is free on this machine, or all that it may have as a container.
memory_mib() {
  {
    awk '$1 == "MemAvailable:" { printf "%.0f\n", $2 / 1024 }' /proc/meminfo
    cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null \
      | awk '/^[0-9]+$/ { printf "%.0f\n", $1 / 1048576 }'
  } | sort -n | head -n 1
}

# No bridge: containers have no network here. Half of the cores is enough for its threads.
begin_engine() {
  GOMAXPROCS=$((($(nproc) + 1) / 2)) setsid dockerd "$@" --bridge=none --iptables=false --ip6tables=false --log-level=warn \
    > "$engine_log" 2>&1 9>&- &
}

await_engine() { # the process that is to answer, where that is known
  for _ in $(seq 150); do
    if engine_answers >/dev/null; then return; fi
    [ $# = 0 ] || kill -0 "$1" 2>/dev/null || return
    sleep 0.2
  done
  return 1
}

explain_silence() {
  local socket=${DOCKER_HOST:-unix:///var/run/docker.sock}
  socket=${socket#unix://}
  if [ -S "$socket" ] && [ ! -w "$socket" ]; then
    fail "You have no right to $socket: add yourself to its group (usermod -aG docker NAME) and log in again"
  fi
  if [ -n "${DOCKER_HOST:-}" ]; then
    fail "No engine answers at $DOCKER_HOST: start it, or unset DOCKER_HOST"
  fi
  [ "$(id -u)" = 0 ] || fail "No Docker engine answers: start one as root (systemctl start docker), then try again"
}

# Where services run, the package has started it.
is_being_started() { [ -e /run/docker.pid ] && await_engine "$(cat /run/docker.pid)"; }

engine() {
  command -v docker >/dev/null || install docker.io
  command -v docker >/dev/null || install docker-cli
  if ! engine_answers >/dev/null; then
    explain_silence
    command -v dockerd >/dev/null || install docker.io
    if ! is_being_started; then
      say "Starting the Docker engine"
      start_engine
    fi
  fi
  say "Docker engine $(engine_answers) answers"
}

browser() {
  if command -v chromium >/dev/null; then
    say "Chromium is there"
    return
  fi
  install chromium
}

clients() {
  /usr/bin/python3 -c 'import requests' 2>/dev/null || install python3-requests
  command -v node >/dev/null || install nodejs
  command -v npm >/dev/null || install npm
  command -v curl >/dev/null || install curl
  command -v openssl >/dev/null || install openssl
  command -v systemd-analyze >/dev/null || install systemd
  say "curl, Python with requests, Node, openssl and systemd-analyze are there"
}

engine
"$here/guest/build-image.sh" python3
if [ "$purpose" = test ]; then
  "$here/guest/build-image.sh" python2
  browser
  clients
fi
