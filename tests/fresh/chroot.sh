#!/usr/bin/env bash
# tests/fresh/chroot.sh FOLDER [root|sudo|plain]
#
# Proves the newcomer's path: on a Debian 12 that has nothing but Rust, a fresh clone of what is committed here, and
# the two commands of the README. As root; FOLDER must not exist and is deleted at the end (KEEP=1 keeps it).
#   root    (the usual) works as root in root's own closed home
#   sudo    an ordinary account that may use sudo without a password
#   plain   an ordinary account that may not: gcc and Python are there, the rest must do without, so bin/test quick
# The system shares the host's network and its settings for packages (mirrors, proxies, certificates). Everything
# is mounted in a namespace of its own: outside of it there is nothing to unmount, and so nothing to delete by mistake.
set -eu

fail() {
  printf 'fresh: %s\n' "$*" >&2
  exit 1
}
say() { printf 'fresh: %4ss %s\n' "$SECONDS" "$*" >&2; }

[ "$(id -u)" = 0 ] || fail "run as root"
[ $# -ge 1 ] || fail "usage: $0 FOLDER [root|sudo|plain]"
here=$(cd -- "$(dirname -- "$0")/../.." && pwd)
kind=${2:-root}
case "$kind" in root) home=/root ;; sudo | plain) home=/home/newcomer ;; *) fail "unknown kind: $kind" ;; esac
checkout="$home/our co-op/theCooperator"
port=${PORT:-18080}
cargo_home=${CARGO_HOME:-$HOME/.cargo}
rustup_home=${RUSTUP_HOME:-$HOME/.rustup}

# Outside: make the folder, run the inside in its own namespaces, delete the folder.
if [ -z "${FRESH_INSIDE:-}" ]; then
  [ ! -e "$1" ] || fail "$1 is there already"
  command -v debootstrap >/dev/null || {
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y debootstrap >/dev/null
  }
  mkdir -p -- "$1"
  system=$(cd -- "$1" && pwd)
  result=0
  trap '[ -n "${KEEP:-}" ] || rm -rf --one-file-system -- "$system"' EXIT
  FRESH_INSIDE=1 unshare --mount --mount-proc --pid --fork --kill-child "$0" "$system" "$kind" || result=$?
  exit "$result"
fi

# Under a plain name, for debootstrap stumbles over spaces.
say "Debian 12 into $1"
mount --bind -- "$1" /mnt
system=/mnt
# A distribution's own mirror, if the host is of the same family; else debootstrap's usual one.
mirror=
if grep -q '^ID=debian' /etc/os-release; then
  # shellcheck disable=SC2016 # $(SITE) is apt's own
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 2>/dev/null | grep -v security | head -n1)
fi
said=$(debootstrap --variant=minbase bookworm "$system" ${mirror:+"$mirror"} 2>&1) ||
  fail "debootstrap: $(tail -n5 <<<"$said")"

inherit() { # copies a file or folder of the host to the same place, if there is one
  [ -e "$1" ] || return 0
  mkdir -p -- "$system$(dirname -- "$1")"
  cp -RL -- "$1" "$system$(dirname -- "$1")/" 2>/dev/null || true
}
if grep -q '^VERSION_CODENAME=bookworm' /etc/os-release; then
  rm -f -- "$system/etc/apt/sources.list"
  for part in sources.list sources.list.d auth.conf.d keyrings trusted.gpg.d; do inherit "/etc/apt/$part"; done
  inherit /usr/share/keyrings
fi
grep -lisE 'acquire' /etc/apt/apt.conf /etc/apt/apt.conf.d/* | while read -r file; do inherit "$file"; done || true
for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /usr/local/share/ca-certificates; do inherit "$file"; done
# Apart from the system's own, which a package may write anew.
certificates=${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}
[ ! -f "$certificates" ] || install -D -m 644 -- "$certificates" "$system/etc/ssl/lent.crt"

mount -t proc proc "$system/proc"
mount --rbind /dev "$system/dev"
mount -t tmpfs tmpfs "$system/dev/shm"
mount -t tmpfs tmpfs "$system/run"

as_newcomer=(chroot "$system")
case "$kind" in
  root) ;;
  *)
    chroot "$system" useradd --create-home --shell /bin/bash newcomer
    as_newcomer+=(setpriv --reuid newcomer --regid newcomer --init-groups)
    ;;
esac
prepare() { chroot "$system" env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" >/dev/null; }
case "$kind" in
  sudo)
    prepare update && prepare install -y --no-install-recommends sudo
    echo 'newcomer ALL=(ALL) NOPASSWD: ALL' >"$system/etc/sudoers.d/newcomer"
    ;;
  plain) prepare update && prepare install -y --no-install-recommends gcc libc6-dev python3-venv ;;
esac

# Rust as its installer leaves it, but not to be written to; what is downloaded already is lent, not given.
mkdir -p -- "$system$home/.rustup" "$system$home/.cargo/bin" "$system$home/.cargo/registry" "$system/lent"
mount --bind "$rustup_home" "$system$home/.rustup"
mount -o remount,bind,ro "$system$home/.rustup"
mount --bind "$cargo_home/bin" "$system$home/.cargo/bin"
mount -o remount,bind,ro "$system$home/.cargo/bin"
for file in config.toml config; do
  [ ! -f "$cargo_home/$file" ] || cp -- "$cargo_home/$file" "$system$home/.cargo/"
done
if [ -d "$cargo_home/registry" ]; then
  mount -t tmpfs tmpfs "$system/lent"
  mkdir "$system/lent/upper" "$system/lent/work"
  mount -t overlay -o "lowerdir=$cargo_home/registry,upperdir=$system/lent/upper,workdir=$system/lent/work" overlay \
    "$system$home/.cargo/registry" 2>/dev/null || say "nothing is lent: all crates are downloaded anew"
fi

say "a fresh clone into $checkout"
[ -z "$(git -C "$here" status --porcelain)" ] || say "mind: what is not committed is not in it"
git -c safe.directory='*' clone --quiet --no-hardlinks -- "$here" "$system$checkout"
[ "$kind" = root ] || chroot "$system" chown -R -h newcomer: "$home/our co-op" "$home/.cargo/registry" 2>/dev/null || true
[ "$kind" = root ] || chroot "$system" chown newcomer: "$home" "$home/.cargo"

newcomer() { # becomes a command of the checkout as the newcomer would run it, from another folder
  local settings=() name
  [ ! -f "$system/etc/ssl/lent.crt" ] || for name in SSL_CERT_FILE PIP_CERT CARGO_HTTP_CAINFO; do
    settings+=("$name=/etc/ssl/lent.crt")
  done
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY PIP_INDEX_URL PIP_EXTRA_INDEX_URL \
    PIP_TRUSTED_HOST PIP_DEFAULT_TIMEOUT RUSTUP_TOOLCHAIN; do
    [ -z "${!name:-}" ] || settings+=("$name=${!name}")
  done
  exec "${as_newcomer[@]}" env -i "${settings[@]}" "HOME=$home" LANG=C.UTF-8 \
    "PATH=$home/.cargo/bin:/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin" "$checkout/$1" "${@:2}"
}

answer() { # the head of what the app says to GET $1
  # shellcheck disable=SC2016 # for the inner shell
  timeout 10 bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf "GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n" "$2" >&3 && sed "/^.$/q" <&3' bash "$port" "$1" 2>/dev/null |
    tr -d '\r'
}

demo() { # starts it, waits for the first page or the one it leads to, stops it
  local started=$SECONDS first place process
  [ -z "$(answer /)" ] || fail "something answers on port $port already: set PORT"
  (newcomer bin/run demo --listen "127.0.0.1:$port") &
  process=$!
  until first=$(answer /) && [ -n "$first" ]; do
    kill -0 "$process" 2>/dev/null || fail "bin/run demo ended"
    [ $((SECONDS - started)) -lt 3600 ] || fail "bin/run demo: no answer within an hour"
    sleep 1
  done
  place=$(sed -n 's/^[Ll]ocation: *\(http:..[^/]*\)\{0,1\}//p' <<<"$first")
  [ -z "$place" ] || first=$(answer "$place")
  case "${first%%$'\n'*}" in *" 200 "*) ;; *) fail "bin/run demo answers: $first" ;; esac
  say "bin/run demo answered with a page${place:+ at $place} after $((SECONDS - started)) s"
  kill -TERM "$process"
  wait "$process" || fail "bin/run demo stopped with $?"
  ! pgrep -x postgres >/dev/null || fail "bin/run demo left a database server behind"
}

say "bin/run demo, the first time"
demo
say "bin/run demo, again"
demo
say "bin/test"
if [ "$kind" = plain ]; then (newcomer bin/test quick); else (newcomer bin/test); fi
say "all is well"
