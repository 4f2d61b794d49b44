#!/usr/bin/env bash
# tests/schemathesis.sh BASE_URL TOKEN [more options of schemathesis]
# Sends thousands of made-up requests, right and wrong, to a running server's API and holds the answers to /openapi.json.
# TOKEN needs every scope. Tasks are added: do not aim it at a co-op that people use. Starts no server; installs schemathesis
# into a folder below target/ the first time.
set -eu
unset CDPATH
[ $# -ge 2 ] || { sed -n '2,5s/^# //p' "$0" && exit 2; }
cd -- "$(dirname -- "$0")/.."
base=${1%/} token=$2
shift 2

venv=${CARGO_TARGET_DIR:-target}/schemathesis
if [ ! -x "$venv/bin/schemathesis" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check 'schemathesis==4.32.5'
fi
config=$PWD/tests/schemathesis.toml
cd -- "$venv" # it writes what it learnt beside itself
exec bin/schemathesis --config-file "$config" run "$base/openapi.json" \
  --header "Authorization: Bearer $token" \
  --max-examples 300 --workers 2 --continue-on-failure --generation-deterministic "$@"
