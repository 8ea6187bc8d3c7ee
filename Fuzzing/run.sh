#!/usr/bin/env bash
# Runs the fuzzer of one parser: `run.sh PARSER SECONDS [flag of libFuzzer…]`. New inputs go to a scratch
# corpus below .build/; an input that breaks the parser is left there and its path is printed.
set -euo pipefail

parser=$1
seconds=$2
shift 2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build="$here/../.build/fuzzing"
corpus="$build/corpus/$parser"
findings="$build/findings/$parser"
mkdir -p "$corpus" "$findings"
dictionary=()
[ -f "$here/Dictionaries/$parser.txt" ] && dictionary=("-dict=$here/Dictionaries/$parser.txt")
[ -d /dev/shm ] && export TMPDIR=/dev/shm
# Leaks are not looked for: the runtime of Swift keeps what it has made once. Allocations without their stack
# and a small quarantine are ten times as fast; the stack of a finding is there all the same.
export ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=1:quarantine_size_mb=16:malloc_context_size=0:${ASAN_OPTIONS:-}"
exec "$build/release/fuzz-$parser" \
  -max_total_time="$seconds" -rss_limit_mb=1024 -timeout=10 -print_final_stats=1 \
  -artifact_prefix="$findings/" "${dictionary[@]}" "$@" "$corpus" "$here/Corpus/$parser"
