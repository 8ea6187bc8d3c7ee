#!/usr/bin/env bash
# Installs what is missing of the system's libraries: `setup.sh build`, `setup.sh test` or `setup.sh docs`.
# Does nothing, and quickly, when all is there. Exit 2 when something is missing and cannot be
# installed from here.
set -euo pipefail

purpose="${1:-build}"
packages=(libopenblas-dev libcairo2-dev libpango1.0-dev libsqlite3-dev zlib1g-dev libssl-dev
  pkg-config fonts-dejavu-core
  # Real images of the suite neural-de, 31 MB; without them its cells on Fashion-MNIST do not run.
  dataset-fashion-mnist)
modules=(openblas cairo-pdf cairo-png pangocairo sqlite3 zlib libcrypto)

require_swift() {
  command -v swift >/dev/null && return
  echo "setup: no swift; expected Swift 6.2 or newer; get it from https://swift.org/install" >&2
  exit 2
}

# Debian and its kin: ask dpkg in one call, install with apt-get.
missing_debian_packages() {
  dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${packages[@]}" 2>/dev/null \
    | awk '$2 == "installed" { print $1 }' | sort -u \
    | comm -13 - <(printf '%s\n' "${packages[@]}" | sort -u)
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_debian_packages() {
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    echo "setup: missing $*; no root and no sudo; ask an administrator to install them" >&2
    exit 2
  fi
  echo "setup: installing $*"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Clinical series of the suite neural-de, two files of R's package survival (GPL-2), which are data and
# need no R; without them its cells on pbcseq do not run, and the rest does.
clinical_series="$HOME/.local/share/assay/survival"

# A package file into the present folder; the lists of packages may have to be fetched first.
download() {
  apt-get download -qq "$1" 2>/dev/null && return
  as_root apt-get update -qq
  apt-get download -qq "$1" 2>/dev/null
}

fetch_clinical_series() {
  [ -e /usr/lib/R/library/survival/data/Rdata.rdb ] && return
  [ -e "$clinical_series/Rdata.rdb" ] && return
  local work
  work=$(mktemp -d)
  echo "setup: taking the clinical series out of the package r-cran-survival"
  if (cd "$work" && download r-cran-survival && dpkg-deb -x r-cran-survival_*.deb files); then
    mkdir -p "$clinical_series"
    cp "$work"/files/usr/lib/R/library/survival/data/Rdata.rdx "$clinical_series/"
    cp "$work"/files/usr/lib/R/library/survival/data/Rdata.rdb "$clinical_series/"
  else
    echo "setup: r-cran-survival cannot be had; the cells on pbcseq will say so" >&2
  fi
  rm -rf "$work"
}

# Elsewhere: say what is needed, and be content when pkg-config finds it.
check_other_system() {
  if command -v pkg-config >/dev/null && pkg-config --exists "${modules[@]}"; then return; fi
  echo "setup: this is not Debian or Ubuntu; install the development files of OpenBLAS, Cairo," \
    "Pango, SQLite 3, zlib and OpenSSL 3, pkg-config and the DejaVu fonts, so that" \
    "'pkg-config --exists ${modules[*]}' succeeds" >&2
  exit 2
}

require_swift
if [ "$purpose" = test ]; then
  packages+=(qpdf poppler-utils chromium)
  python3 -c 'import importlib.util as u; raise SystemExit(u.find_spec("numpy") is None)' \
    2>/dev/null || packages+=(python3-numpy)
fi
if [ "$purpose" = docs ]; then packages+=(cmark-gfm python3); fi
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
  mapfile -t missing < <(missing_debian_packages)
  if [ "${#missing[@]}" -gt 0 ]; then install_debian_packages "${missing[@]}"; fi
  if [ "$purpose" != docs ]; then fetch_clinical_series; fi
else
  check_other_system
fi
