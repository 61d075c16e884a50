#!/usr/bin/env bash
# Builds a language's guest image from Debian's packages: CPython, its standard library, libc, the runner, nothing else.
# Usage: build-image.sh [language, default python3] [folder]; LANGUAGE.recipe beside this script says from what.
# With a folder it only fills that and asks no engine; so does the Dockerfile.
# Needs apt-get, dpkg-deb, tar and an engine; no registry, no root of its own.
# Prints one line a step. EXECUTOR_DEBIAN_ARCHIVE names an archive where the machine's own sources name none.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
language=${1:-python3}
docker=${DOCKER:-docker}

say() { echo "[image] $*"; }
fail() { echo "[image] $*" >&2; exit 1; }

tag=$("$here/image-tag.sh" "$language")
if [ $# -lt 2 ] && "$docker" image inspect "$tag" >/dev/null 2>&1; then
  say "Guest image $tag is there"
  exit 0
fi
for tool in apt-get dpkg-deb tar; do
  command -v "$tool" >/dev/null || fail "$tool is missing: build the image on Debian, or from the Dockerfile beside this script, and name it in EXECUTOR_IMAGE"
done

work=$(mktemp -d)
trap 'chmod -R u+w "$work" && rm -rf "$work"' EXIT
free_kib=$(df -Pk "$work" | awk 'NR == 2 { print $4 }')
[ "$free_kib" -gt 409600 ] || fail "Less than 400 MiB are free in $work: make room, or set TMPDIR to a larger disk"
root=${2:-$work/root}
[ ! -e "$root" ] || fail "$root is there already: name a new folder"
arch=$(dpkg --print-architecture)
# shellcheck source=python3.recipe
. "$here/$language.recipe"
say "Building $tag from Debian $suite"

lists=()
archives() {
  apt-get "${lists[@]}" indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' | awk '$3 == "main"' | sort -u
}
if [ -z "${EXECUTOR_DEBIAN_ARCHIVE-}$(archives)" ]; then
  # Nobody has asked for Debian's lists here yet, as in a new image.
  mkdir -p "$work"/machine/{lists,archives}/partial
  lists=(-o "Dir::State::lists=$work/machine/lists" -o "Dir::Cache=$work/machine" -o "APT::Sandbox::User=")
  apt-get -qq "${lists[@]}" update > "$work/log" 2>&1 \
    || { tail -n 3 "$work/log" >&2; fail "Debian's lists cannot be read: check the network, or name an archive in EXECUTOR_DEBIAN_ARCHIVE"; }
fi
main_archive=${EXECUTOR_DEBIAN_ARCHIVE:-$(archives | awk '$2 !~ /-/ { print $1; exit }')}
security_archive=$(archives | awk '$2 ~ /-security$/ { print $1; exit }')
[ -n "$main_archive" ] || fail "No Debian archive is configured: set EXECUTOR_DEBIAN_ARCHIVE to one"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r "$keyring" ] || fail "$keyring is missing: apt-get install debian-archive-keyring"

mkdir -p "$work"/apt/{lists/partial,archives/partial} "$root"
: > "$work/apt/status"
for package in $provided; do
  printf 'Package: %s\nStatus: install ok installed\nVersion: 999\nArchitecture: all\n\n' "$package" >> "$work/apt/status"
done
cat > "$work/apt/apt.conf" <<CONF
Dir::Etc::sourcelist "$work/apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::parts "/dev/null";
Dir::State "$work/apt";
Dir::State::lists "$work/apt/lists";
Dir::State::status "$work/apt/status";
Dir::Cache "$work/apt";
Dir::Cache::archives "$work/apt/archives";
APT::Architecture "$arch";
APT::Architectures { "$arch"; };
APT::Install-Recommends "false";
APT::Sandbox::User "";
Acquire::Languages "none";
CONF
export APT_CONFIG=$work/apt/apt.conf

download() { # lines of sources.list
  printf "deb [signed-by=$keyring] %s main\n" "$@" > "$work/apt/sources.list"
  apt-get -qq update > "$work/apt/log" 2>&1 || return
  sed -n 's/^W: Failed to fetch \([^ ]*\) .*/[image] Without what \1 has: it does not answer/p' "$work/apt/log"
  # shellcheck disable=SC2086
  apt-get -qq -y --download-only install $packages >> "$work/apt/log" 2>&1
}

sources=("$main_archive $suite" "$main_archive $suite-updates")
fixes=()
[ -z "$security_archive" ] || fixes=("$security_archive $suite-security")
if ! download "${sources[@]}" "${fixes[@]}"; then
  [ "$security" = optional ] && say "The security archive has no $suite any more: without it" && download "$main_archive $suite" \
    || { tail -n 3 "$work/apt/log" >&2; fail "Debian's archive cannot be read: check the network, or name another in EXECUTOR_DEBIAN_ARCHIVE"; }
fi
unset APT_CONFIG

contents=""
for deb in "$work"/apt/archives/*.deb; do
  contents+="$(dpkg-deb -f "$deb" Package)=$(dpkg-deb -f "$deb" Version) "
  dpkg-deb -x "$deb" "$root"
done

# Packages of Debian take it that these links are there.
for directory in lib lib64; do
  if [ -d "$root/$directory" ] && [ ! -L "$root/$directory" ]; then
    mkdir -p "$root/usr/$directory" && cp -a "$root/$directory/." "$root/usr/$directory/" && rm -rf "${root:?}/$directory"
  fi
  ln -sfn "usr/$directory" "$root/$directory"
done

cd "$root"
find usr/bin -mindepth 1 ! -name "$python" -delete
ln -s "$python" "usr/bin/$language"
rm -rf bin sbin usr/sbin usr/lib/*/gconv usr/lib/*/audit usr/lib/debconf usr/lib/valgrind usr/lib/sysusers.d usr/lib/tmpfiles.d
rm -rf usr/share/{bug,info,apps,applications,bash-completion,binfmts,debconf,doc,doc-base,lintian,locale,man,perl5,pixmaps,readline}
rm -rf var etc/{apt,debconf.conf,ld.so.conf.d,"$python"} "usr/lib/$python/sitecustomize.py"
mkdir -p dev proc sys tmp etc "$site_packages" usr/lib/safepython
chmod 1777 tmp
printf 'root:x:0:0:root:/:/none\nnobody:x:65534:65534:nobody:/tmp:/none\n' > etc/passwd
printf 'root:x:0:\nnogroup:x:65534:\n' > etc/group
install -m 644 "$here/safepython.pth" "$site_packages/"

loader=$(echo usr/lib/*-linux-gnu/ld-linux*.so.*)
guest_python() {
  # shellcheck disable=SC2086
  "$root/$loader" --library-path "$(echo "$root"/usr/lib/*-linux-gnu)" "$root/usr/bin/$python" $flags -S "$@"
}
say "Compiling the standard library"
# shellcheck disable=SC2086
guest_python -m compileall -q $compile_flags "usr/lib/$python" >/dev/null
for part in start runner; do
  guest_python -c 'import marshal, sys
source, target = sys.argv[1:]
open(target, "wb").write(marshal.dumps(compile(open(source, "rb").read(), "runner", "exec", dont_inherit=True)))' \
    "$here/$part.py" "usr/lib/safepython/$part.marshal"
done

set_id=$(find . -type f -perm /6000)
[ -z "$set_id" ] || fail "Set-id files in the image: $set_id"
[ $# -lt 2 ] || exit 0

version=$(guest_python -c 'import sys; sys.stdout.write(sys.version.split()[0])')
command=$(printf '"%s", ' "/usr/bin/$language" $flags)
id=$(tar --numeric-owner --owner=0 --group=0 --sort=name -c . | "$docker" import \
  --change 'ENTRYPOINT []' --change "CMD [$command\"main.py\"]" --change 'WORKDIR /tmp' \
  --change 'ENV LANG=C.UTF-8' \
  --change "LABEL org.safepython.guest.packages=\"${contents% }\"" \
  --change "LABEL org.safepython.guest.python=\"$version\"" \
  --change "LABEL org.safepython.guest.recipe=\"${tag##*:}\"" - "$tag") || fail "The engine did not take the image: see the line above; its disk may be full"
say "Guest image $tag is ready ($(du -sm . | cut -f1) MiB, ${id:0:19})"
