#!/usr/bin/env bash
# Makes the page's script of its modules and the packages that package-lock.json pins.
# Usage: build.sh                writes src/main/webapp/page.js
#                               and its list of packages in src/main/sbom
#        build.sh check FOLDER   builds in that folder, and fails where what is committed differs
set -euo pipefail
source=$(cd "$(dirname "$0")" && pwd)
committed=$source/../webapp/page.js
licences=$source/../licenses/page/page.js.LICENSE.txt

build() { # folder, script, licences of what is in it
  mkdir -p "$1"
  cp "$source"/package.json "$source"/package-lock.json "$source"/*.js "$1"
  (
    cd "$1"
    npm ci --prefer-offline --ignore-scripts --no-audit --no-fund --loglevel=error
    node_modules/.bin/esbuild page.js --bundle --minify --format=iife --target=es2022 --charset=utf8 \
      --legal-comments=none --log-level=warning --outfile=page.min.js
  )
  mv "$1/page.min.js" "$2"
  (
    cd "$1/node_modules"
    for licence in $(find . -name 'LICENSE*' ! -path './esbuild/*' ! -path './@esbuild/*' | LC_ALL=C sort); do
      printf '%s\n\n' "$(dirname "${licence#./}")"
      cat "$licence"
      printf '\n'
    done
  ) > "$3"
}

if [ "${1-}" = check ]; then
  build "$2" "$2/built.js" "$2/licences.txt"
  cmp -s "$2/built.js" "$committed" && cmp -s "$2/licences.txt" "$licences" || {
    echo "src/main/webapp/page.js is not what its modules make: run src/main/frontend/build.sh and commit it" >&2
    exit 1
  }
else
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  build "$folder" "$committed" "$licences"
  # What is in it, for programs; SbomTest holds it against the lock file. Takes npm 10.
  (cd "$source" && npm sbom --sbom-format=cyclonedx --package-lock-only --omit=dev) \
    | sed '/"serialNumber"/d; /"timestamp"/d' > "$source/../sbom/page.cdx.json"
fi
