/// The script that every step of a submission runs, as a pure function of the submission.
///
/// It takes one word, the step: `data`, `merge` or an element's number, which in a job array is the
/// task's own. It says when it began and ended in the step's status file, passes a polite kill on to
/// the program, which then stores what is finished and ends with 130, and begins where it stopped when
/// it is started again.
public struct JobScript: Sendable {
  let submission: Submission
  let folder: SubmissionFolder
  let launch: Int
  let retriesFailed: Bool

  /// The script of one launch.
  /// - Parameters:
  ///   - submission: What is run.
  ///   - folder: Where its files lie.
  ///   - launch: The launch that the steps belong to.
  ///   - retriesFailed: Whether cells that failed are run again.
  public init(
    _ submission: Submission, in folder: SubmissionFolder, launch: Int, retriesFailed: Bool = false
  ) {
    self.submission = submission
    self.folder = folder
    self.launch = launch
    self.retriesFailed = retriesFailed
  }

  /// The text.
  public var text: String {
    [opening, Self.status, commands, Self.waiting].joined(separator: "\n")
  }

  private var opening: String {
    """
    #!/usr/bin/env bash
    # Made by 'assay submit' for the submission \(submission.id); a resume writes it anew.
    # bash job.sh STEP, where STEP is 'data', 'merge' or the number of an element.
    set -euo pipefail

    program=\(ShellText.quoted(submission.program))
    folder=\(ShellText.quoted(folder.url.path.droppingFinalSlash))
    launch=\(launch)
    step=${1:-${SLURM_ARRAY_TASK_ID:?name a step}}
    job=${SLURM_ARRAY_JOB_ID:+${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID}
    job=${job:-${SLURM_JOB_ID:-}}
    cd \(ShellText.quoted(submission.workingFolder))

    """
  }

  private static let status = #"""
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

    """#

  private var commands: String {
    let data =
      ["data", "generate"] + submission.selection
      + ["--jobs", "\(submission.dataCores)", "--store", submission.store]
    let run =
      ["run"] + submission.selection + submission.runOptions
      + (retriesFailed ? ["--retry-failed"] : [])
    let merge = ["--store", submission.store]
    return """
      case $step in
        data)
          command=("$program" \(ShellText.line(data)))
          ;;
        merge)
          command=("$program" merge "$folder" \(ShellText.line(merge)))
          ;;
        *[!0-9]* | '')
          echo "job.sh: no step '$step'" >&2
          exit 2
          ;;
        *)
          mkdir -p "$folder/shards/$step"
          command=("$program" \(ShellText.line(run))
            --shard "$step/\(submission.shardCount)" --store "$folder/shards/$step/results.sqlite")
          ;;
      esac

      """
  }

  private static let waiting = #"""
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

    """#
}

extension String {
  /// A folder's path without the slash at its end.
  var droppingFinalSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
