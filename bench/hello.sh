#!/usr/bin/env bash
# A hello-world through a running server, beside `docker run` of the same image with the same walls, in turn.
# Prints the median wall time of each, their ratio, and the processor seconds of the whole machine per run.
# Usage: bench/hello.sh [runs, default 40] [server, default 127.0.0.1:5000]
set -euo pipefail
runs=${1:-40}
server=${2:-127.0.0.1:5000}
here=$(cd "$(dirname "$0")/.." && pwd)
image=$("$here/server-config/guest/image-tag.sh")
program='{"code":"print(\"Hello World\")"}'

through_server() {
  curl -sf -X POST "$server/run?raw=1" -H 'Content-Type: application/json' -d "$program"
}

with_docker_run() {
  # -S: process 1 of this image becomes the runner where the site module is loaded.
  docker run --rm --network none --read-only --user 65534:65534 --cap-drop ALL --security-opt no-new-privileges:true \
    --security-opt "seccomp=$here/server-config/guest/seccomp.json" --memory 128m --memory-swap 128m --cpus 0.5 \
    --pids-limit 64 --tmpfs /tmp:rw,noexec,nosuid,nodev,size=16m,nr_inodes=1024,mode=1777 --ipc none \
    --ulimit nofile=256:256 --ulimit core=0:0 --ulimit fsize=16777216:16777216 --log-driver none --oom-score-adj 500 \
    "$image" /usr/bin/python3 -I -S -B -c 'print("Hello World")'
}

busy_ticks() { awk '/^cpu / { print $2 + $3 + $4 + $7 + $8 }' /proc/stat; }

measure() {
  local before ticks output
  ticks=$(busy_ticks)
  before=$(date +%s%N)
  output=$("$1")
  [ "$output" = "Hello World" ] || { echo "wrong answer: $output" >&2; exit 1; }
  echo "$(( $(date +%s%N) - before )) $(( $(busy_ticks) - ticks ))"
}

summary() { # file -> median milliseconds, mean processor seconds
  local median
  median=$(sort -n "$1" | awk '{ wall[NR] = $1 } END { print wall[int((NR + 1) / 2)] / 1e6 }')
  awk -v median="$median" -v hz="$(getconf CLK_TCK)" '{ ticks += $2 } END { printf "%.1f %.3f", median, ticks / hz / NR }' "$1"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
through_server >/dev/null
with_docker_run >/dev/null
for _ in $(seq "$runs"); do
  measure through_server >> "$work/server"
  measure with_docker_run >> "$work/docker"
done
read -r server_ms server_cpu <<< "$(summary "$work/server")"
read -r docker_ms docker_cpu <<< "$(summary "$work/docker")"
printf '%-12s %12s %20s\n' "$runs runs" 'p50 wall ms' 'machine CPU s / run'
printf '%-12s %12s %20s\n' 'server' "$server_ms" "$server_cpu" 'docker run' "$docker_ms" "$docker_cpu"
awk -v a="$docker_ms" -v b="$server_ms" 'BEGIN { printf "docker run / server: %.2f\n", a / b }'
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
