#!/usr/bin/env bash
# Sets up what the product needs on this machine: an engine that answers and the guest image of python3; for tests also
# that of python2, which a server builds by itself, Chromium, and what the examples of clients need.
# What is there already is left alone. Each step says in one line what it does, or what to do where it cannot.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
purpose=${1:-run}
export DEBIAN_FRONTEND=noninteractive

say() { echo "[set-up] $*"; }
fail() { echo "[set-up] $*" >&2; exit 1; }

exec 9> "${TMPDIR:-/tmp}/safe-python-executor-set-up.$(id -u).lock"
flock 9

engine_answers() { docker version --format '{{.Server.Version}}' 2>/dev/null; }

install() {
  local log
  [ "$(id -u)" = 0 ] || fail "$* is missing: as root, apt-get install $*"
  command -v apt-get >/dev/null || fail "$* is missing and this is not Debian: install it, then try again"
  say "Installing $*"
  log=$(mktemp)
  apt-get -qq update > "$log" 2>&1 || true
  apt-get -qq -y --no-install-recommends install "$@" >> "$log" 2>&1 \
    || { tail -n 3 "$log" >&2; fail "Debian's package $* cannot be installed: see the lines above"; }
  rm -f "$log"
}

# In memory a container costs a seventh less, and where its threads have half of the cores another twentieth
# (docs/performance.md). An engine that has been used on this machine finds its state where it was.
start_own_engine() {
  local memory=/run/safe-python-executor-engine state=()
  if mountpoint -q "$memory" || put_in_memory "$memory"; then
    state=(--data-root "$memory/data" --exec-root "$memory/exec")
    say "It keeps images and containers in memory, in $memory, until this machine is shut down"
  fi
  # No bridge: containers have no network here.
  GOMAXPROCS=$((($(nproc) + 1) / 2)) setsid dockerd "${state[@]}" --bridge=none --iptables=false --ip6tables=false \
    >/var/log/safe-python-executor-dockerd.log 2>&1 9>&- &
}

put_in_memory() {
  [ -z "$(ls -A /var/lib/docker 2>/dev/null)" ] || return
  [ "$(awk '$1 == "MemAvailable:" { print int($2 / 1024) }' /proc/meminfo)" -ge 2048 ] || return
  mkdir -p "$1"
  mount -t tmpfs -o mode=711,size=1g safe-python-executor-engine "$1" 2>/dev/null
}

start_engine() {
  if [ -d /run/systemd/system ]; then
    systemctl start docker
  else
    start_own_engine
  fi
  for _ in $(seq 150); do
    if engine_answers >/dev/null; then return; fi
    sleep 0.2
  done
  tail -n 3 /var/log/safe-python-executor-dockerd.log >&2 2>/dev/null || true
  fail "The engine did not start within 30 s: see /var/log/safe-python-executor-dockerd.log"
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

engine() {
  local version
  command -v docker >/dev/null || install docker.io
  command -v docker >/dev/null || install docker-cli
  if version=$(engine_answers); then
    say "Docker engine $version answers"
    return
  fi
  explain_silence
  command -v dockerd >/dev/null || install docker.io
  say "Starting the Docker engine"
  start_engine
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
  command -v curl >/dev/null || install curl
  say "curl, Python with requests, and Node are there"
}

engine
"$here/guest/build-image.sh" python3
if [ "$purpose" = test ]; then
  "$here/guest/build-image.sh" python2
  browser
  clients
fi
