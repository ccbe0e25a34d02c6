#!/usr/bin/env bash
# Remake requirements.lock from pyproject.toml: exact versions with hashes for every supported
# Python and system, no address. Add --upgrade, or --upgrade-package NAME, to move forward.
set -euo pipefail
cd "$(dirname "$0")/.."

# The build back end and uv are pinned too: the bootstrap installs nothing that is not in the lock.
printf 'hatchling>=1.26\nuv>=0.9\n' | .venv/bin/uv pip compile --quiet --universal \
  --python-version 3.11 --extra test --generate-hashes \
  --no-annotate --no-emit-index-url --no-emit-find-links \
  --custom-compile-command "packaging/make_lock.sh" \
  --output-file packaging/requirements.lock "$@" pyproject.toml -
