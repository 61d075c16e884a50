#!/usr/bin/env bash
# Fetches programs that others wrote out of Debian's packages: the examples of Python, the tests of MicroPython, which are
# small programs that any Python runs alike. They are judged and run by OrdinaryProgramsIT and are no part of this project.
# Usage: programs.sh folder. EXECUTOR_DEBIAN_ARCHIVE names an archive where the machine's own sources name none.
set -euo pipefail
folder=$1
suite=trixie
[ ! -e "$folder/complete" ] || exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
archive=${EXECUTOR_DEBIAN_ARCHIVE:-$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' \
  | awk '$2 !~ /-/ && $3 == "main" { print $1; exit }')}
[ -n "$archive" ] || { echo "No Debian archive is configured: set EXECUTOR_DEBIAN_ARCHIVE to one" >&2; exit 1; }
mkdir -p "$work"/{lists,archives}/partial "$folder"
: > "$work/status"
source="[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive $suite main"
printf 'deb %s\ndeb-src %s\n' "$source" "$source" > "$work/sources.list"

apt() {
  apt-get -qq -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::parts=/dev/null \
    -o Dir::State="$work" -o Dir::State::status="$work/status" -o Dir::Cache="$work" -o APT::Sandbox::User= \
    -o Acquire::Languages=none "$@"
}
cd "$work"
apt update
apt source --download-only --only-source micropython
apt download python3.13-examples
cd - >/dev/null
tar -x -C "$folder" --wildcards -f "$work"/micropython_*.orig.tar.xz '*/tests/basics/*.py' '*/tests/float/*.py' \
  '*/tests/perf_bench/*.py' '*/tests/misc/*.py' '*/tests/unicode/*.py'
dpkg-deb -x "$work"/python3.13-examples_*.deb "$folder"
touch "$folder/complete"
