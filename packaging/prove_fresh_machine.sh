#!/usr/bin/env bash
# Prove the two commands of the README on a bare Debian that has Python and nothing else of ours:
# no venv module, no uv, no Qt library. What is proved is the last commit, not the working tree.
#
# Usage, as root, with debootstrap installed:   packaging/prove_fresh_machine.sh [FOLDER]
# FOLDER (kept) holds the base system for the next time; SUITE=bookworm chooses the release.
set -euo pipefail

[ "$(id -u)" = 0 ] || { echo "Must run as root: it makes a chroot." >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "apt-get install debootstrap" >&2; exit 2; }

checkout=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/coopdesk-fresh-machine}
suite=${SUITE:-bookworm}
base=$folder/$suite.tar.gz
mkdir -p "$folder"
machine=$(mktemp -d "$folder/machine.XXXXXX")
home=$machine/home/bob

screen=
cleanup() {
  [ -z "$screen" ] || kill "$screen" || true
  for place in proc dev/shm; do
    ! mountpoint -q "$machine/$place" || umount "$machine/$place"
  done
  rm -rf --one-file-system "$machine" "$folder/network" "$folder/display"
}
trap cleanup EXIT
trap 'exit 1' INT TERM

make_base() {
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
  echo "Making the base system ($suite), once…"
  debootstrap --variant=minbase --include=ca-certificates,python3 "$suite" "$machine" \
    "$mirror" >"$folder/debootstrap.log"
  tar -C "$machine" -czf "$base.new" .
  mv "$base.new" "$base"
}

# The ways out of this machine, whatever they are: names, certificates, apt and pip settings.
copy_network() {
  local item
  for item in resolv.conf hosts pip.conf ssl/certs/ca-certificates.crt; do
    [ -e "/etc/$item" ] && cp -L "/etc/$item" "$machine/etc/$item"
  done
  for item in sources.list sources.list.d apt.conf.d auth.conf.d preferences.d; do
    rm -rf "$machine/etc/apt/$item"
    [ -e "/etc/apt/$item" ] && cp -rL "/etc/apt/$item" "$machine/etc/apt/$item"
  done
  if [ -e "$HOME/.config/pip/pip.conf" ]; then
    mkdir -p "$home/.config/pip"
    cp "$HOME/.config/pip/pip.conf" "$home/.config/pip/"
  fi
  env | grep -iE '^(pip_|uv_|ssl_cert|requests_ca|curl_ca|(http|https|no|all)_proxy)' |
    grep -vE '^UV_(CACHE|PYTHON|PROJECT)' >"$folder/network" || true
}

# inside "uid" command…: run in the machine with an empty environment, at the checkout.
inside() {
  local user=$1
  shift
  local -a network=()
  mapfile -t network <"$folder/network"
  env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    HOME=/home/bob LANG=C.UTF-8 "${network[@]}" \
    chroot --userspec="$user" "$machine" /bin/sh -c 'cd /home/bob/coopdesk && exec "$@"' sh "$@"
}

# prove "what" expected-code "text that must be said, if any" command…: run, time it, judge it.
failures=0
prove() {
  local what=$1 code=$2 text=$3 start=$SECONDS got=0
  shift 3
  printf '\n--- %s\n' "$what"
  "$@" 2>&1 </dev/null | tee "$folder/said" | tail -n 12 || got=${PIPESTATUS[0]}
  if [ "$got" = "$code" ] && { [ -z "$text" ] || grep -qF -- "$text" "$folder/said"; }; then
    summary+=("ok      $((SECONDS - start)) s  code $got  $what")
  else
    summary+=("FAILED  $((SECONDS - start)) s  code $got instead of $code, or not said: $text  $what")
    failures=$((failures + 1))
  fi
}
summary=()

if [ -e "$base" ]; then
  tar -C "$machine" -xzf "$base"
else
  make_base
fi
chmod 755 "$machine" # mktemp lets only root in
mkdir -p "$home/coopdesk"
git -C "$checkout" archive HEAD | tar -C "$home/coopdesk" -x
copy_network
mount -t proc proc "$machine/proc"
mkdir -p "$machine/dev/shm"
mount -t tmpfs tmpfs "$machine/dev/shm"
chown -R 1000:1000 "$home"

prove "an ordinary user without the venv module is told the line to type" 3 \
  "sudo apt-get install -y --no-install-recommends python3-venv" inside 1000:1000 python3 main.py
chown -R 0:0 "$home"
prove "python3 main.py test" 0 " passed" inside 0:0 python3 main.py test
prove "python3 main.py without a screen says so" 3 "python3 main.py --database" inside 0:0 python3 main.py
prove "python3 main.py, drawn without a screen" 0 "" \
  inside 0:0 env QT_QPA_PLATFORM=offscreen python3 main.py --quit-after 2000
prove "python3 main.py --help" 0 "--database" inside 0:0 python3 main.py --help
if command -v Xvfb >/dev/null; then # its socket has no place in the file system: the chroot sees it
  Xvfb -displayfd 3 -screen 0 1366x768x24 3>"$folder/display" 2>/dev/null &
  screen=$!
  until [ -s "$folder/display" ]; do sleep 0.2; done
  prove "python3 main.py opens its window on a screen" 0 "" \
    inside 0:0 env DISPLAY=":$(cat "$folder/display")" python3 main.py --quit-after 2000
fi

printf '\n=== Fresh machine: %s, Python %s, commit %s\n' \
  "$(. "$machine/etc/os-release" && echo "$PRETTY_NAME")" \
  "$(inside 0:0 python3 -c 'import platform; print(platform.python_version())')" \
  "$(git -C "$checkout" rev-parse --short HEAD)"
printf '%s\n' "${summary[@]}"
[ "$failures" = 0 ]
