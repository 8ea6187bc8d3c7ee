#!/usr/bin/env bash
# Made by 'assay submit' for the submission 20260731-134502-4711; a resume writes it anew.
# bash job.sh STEP, where STEP is 'data', 'merge' or the number of an element.
set -euo pipefail

program=/opt/assay/bin/assay
folder='/scratch/it'\''s here/.assay/submissions/20260731-134502-4711'
launch=1
step=${1:-${SLURM_ARRAY_TASK_ID:?name a step}}
job=${SLURM_ARRAY_JOB_ID:+${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID}
job=${job:-${SLURM_JOB_ID:-}}
cd '/scratch/it'\''s here'

# Field 22 of stat, counted behind the name, which may hold blanks.
process_start() { sed -E 's/^.*\) //' "/proc/$$/stat" | cut -d ' ' -f 20; }
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
started=$(now)
born=$(process_start)

# record ENDED EXIT-CODE: the status file appears whole or not at all.
record() {
  local part="$folder/status/.$step.$$.part"
  printf '{"step":"%s","launch":%d,"started":"%s","ended":"%s","exitCode":%d,' \
    "$step" "$launch" "$started" "$1" "$2" >"$part"
  printf '"host":"%s","job":"%s","process":%d,"processStart":"%s"}\n' \
    "$(uname -n)" "$job" "$$" "$born" >>"$part"
  mv -f "$part" "$folder/status/$step.json"
}

case $step in
  data)
    command=("$program" data generate waves --profile quick --models fno --model 'my model.yaml' --jobs 1 --store '/scratch/it'\''s here/.assay/results.sqlite')
    ;;
  merge)
    command=("$program" merge "$folder" --store '/scratch/it'\''s here/.assay/results.sqlite')
    ;;
  *[!0-9]* | '')
    echo "job.sh: no step '$step'" >&2
    exit 2
    ;;
  *)
    mkdir -p "$folder/shards/$step"
    command=("$program" run waves --profile quick --models fno --model 'my model.yaml' --jobs 1
      --shard "$step/3" --store "$folder/shards/$step/results.sqlite")
    ;;
esac

signals=0
child=
stop() {
  signals=$((signals + 1))
  if [ -n "$child" ]; then kill -TERM "$child" 2>/dev/null || true; fi
}
trap stop TERM INT HUP
record '' -1
"${command[@]}" &
child=$!
if [ "$signals" != 0 ]; then kill -TERM "$child" 2>/dev/null || true; fi
# A signal ends 'wait' before the program has ended: wait again.
while true; do
  seen=$signals
  code=0
  wait "$child" || code=$?
  if [ "$signals" = "$seen" ]; then break; fi
done
record "$(now)" "$code"
# What failed inside a cell, or could not be made, is stored; the next stage may begin.
if [ "$code" = 3 ]; then exit 0; fi
exit "$code"
