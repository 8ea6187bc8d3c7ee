#!/usr/bin/env bash
# Shows that a run on Slurm finds what a local run finds: check-slurm.sh [SELECTION…].
#
# A Slurm of one node runs the selection (the quick profile of cfdbench when none is given) as an array
# of ELEMENTS elements; one is killed on the way (kill -9 of its script and program, or scancel with
# KILL=scancel) and resumed; shards are merged, twice; every value that is no cost must be the same as
# in a local run. ASSAY is the program, WORK a folder that is kept when it is given. Needs root, and
# 'slurm-node.sh install' once.
set -euo pipefail
cd "$(dirname "$0")/.."

assay=$(realpath "${ASSAY:-.build/release/assay}")
elements=${ELEMENTS:-8}
kill_by=${KILL:-process}
selection=("$@")
[ $# -gt 0 ] || selection=(cfdbench --profile quick)
if [ -n "${WORK:-}" ]; then
  mkdir -p "$WORK"
  work=$(realpath "$WORK")
else
  work=$(mktemp -d)
fi
places=(--data-folder "$work/data")

stop() {
  Scripts/slurm-node.sh stop "$work/slurm" || true
  [ -n "${WORK:-}" ] || rm -rf "$work"
}
trap stop EXIT

say() { printf '%s %s\n' "$(date -u +%H:%M:%S)" "$*"; }

# status FILTER: what a Python expression finds in the submission's status.
status() {
  "$assay" submit status "$id" --folder "$work/submissions" --json \
    | python3 -c "import json, sys
steps = {step['name']: step for step in json.load(sys.stdin)[0]['steps']}
elements = {name: step for name, step in steps.items() if name.isdigit()}
print($1)"
}

# until SECONDS CONDITION: waits for a condition on the status.
until_true() {
  local end=$((SECONDS + $1))
  while [ "$(status "$2")" != True ]; do
    if [ "$SECONDS" -gt "$end" ]; then
      "$assay" submit status "$id" --folder "$work/submissions" >&2
      echo "check-slurm: not within $1 s: $2" >&2
      exit 1
    fi
    sleep 0.5
  done
}

kill_element() {
  local record=$work/submissions/$id/status/$1.json process child
  if [ "$kill_by" = scancel ]; then
    scancel "$(python3 -c "import json; print(json.load(open('$record'))['job'])")"
    return
  fi
  process=$(python3 -c "import json; print(json.load(open('$record'))['process'])")
  child=$(pgrep -P "$process" | head -n 1)
  kill -KILL "$process" "$child"
}

say "a local run of: ${selection[*]}"
local_status=0
"$assay" run "${selection[@]}" "${places[@]}" --store "$work/local.sqlite" >"$work/local.log" \
  || local_status=$?
say "it ended with $local_status: $(tail -n 1 "$work/local.log")"

eval "$(Scripts/slurm-node.sh start "$work/slurm")"
say "$(sinfo --version) with $(sinfo --noheader --format='%D node, %c cores, %T')"

"$assay" submit "${selection[@]}" "${places[@]}" --elements "$elements" \
  --store "$work/merged.sqlite" --folder "$work/submissions" | tee "$work/submit.log"
id=$(sed -nE 's/^submission ([^:]+):.*/\1/p' "$work/submit.log")

# The victim: the first that is seen running; it has begun its store.
victim=
for _ in $(seq 1200); do
  victim=$(status "next((n for n, e in elements.items() if e['word'] == 'running'), '')")
  [ -z "$victim" ] || break
  sleep 0.3
done
for _ in $(seq 100); do
  [ -s "$work/submissions/$id/shards/$victim/results.sqlite" ] && break
  sleep 0.1
done
kill_element "$victim"
say "killed element $victim by $kill_by"

until_true 7200 "all(s['word'] not in ('waiting', 'running') for s in steps.values())"
say "first launch: $(status "', '.join(n + ' ' + s['word'] for n, s in steps.items())")"
[ "$(status "elements['$victim']['word'] not in ('done', 'done, some cells failed')")" = True ] || {
  echo "check-slurm: element $victim was done before it was killed; take a larger selection" >&2
  exit 1
}

"$assay" submit resume "$id" --folder "$work/submissions" --wait | tee "$work/resume.log" \
  || [ "$local_status" = 3 ]
grep -q "^submission $id: elements $victim started" "$work/resume.log" || {
  echo "check-slurm: other elements than $victim were resumed" >&2
  exit 1
}
"$assay" submit resume "$id" --folder "$work/submissions" | head -n 1 | grep -q 'nothing to start' || {
  echo "check-slurm: a second resume started something" >&2
  exit 1
}
"$assay" merge "$work/submissions/$id" --store "$work/merged.sqlite"

python3 Scripts/compare-stores.py "$work/local.sqlite" "$work/merged.sqlite"
say "done"
