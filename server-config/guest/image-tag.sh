#!/usr/bin/env bash
# Prints the name of a language's guest image: its tag is a hash of all that decides what the image holds.
# Usage: image-tag.sh [language, default python3]
set -euo pipefail
cd "$(dirname "$0")"
language=${1:-python3}
content=$(cat build-image.sh "$language.recipe" start.py runner.py safepython.pth | sha256sum | cut -c1-16)
echo "safe-python-executor/$language:$content"
