import Foundation

/// The shell that supervises the elements of a launch on this machine, as a pure function.
struct LocalScript {
  let launch: Launch
  let submission: Submission
  let folder: SubmissionFolder

  init(_ launch: Launch, of submission: Submission, in folder: SubmissionFolder) {
    self.launch = launch
    self.submission = submission
    self.folder = folder
  }

  var text: String {
    [opening, Self.steps, stages].joined(separator: "\n")
  }

  private var opening: String {
    """
    #!/usr/bin/env bash
    # Made by 'assay submit' for the submission \(submission.id): runs its steps on this machine.
    set -euo pipefail

    folder=\(ShellText.quoted(folder.url.path.droppingFinalSlash))
    at_once=\(submission.atOnce > 0 ? submission.atOnce : max(launch.elements.count, 1))
    exec </dev/null >>"$folder/logs/supervisor.log" 2>&1
    mark="$folder/launches/\(launch.number).supervisor"
    printf '%d %s\\n' "$$" "$(sed -E 's/^.*\\) //' "/proc/$$/stat" | cut -d ' ' -f 20)" >"$mark.part"
    mv -f "$mark.part" "$mark"

    """
  }

  private static let steps = #"""
    stopped=0
    stop() {
      stopped=1
      for process in $(jobs -rp); do kill -TERM "$process" 2>/dev/null || true; done
    }
    trap stop TERM INT HUP

    # A step in a session of its own; it appends to its log.
    start() { setsid bash "$folder/job.sh" "$1" >>"$folder/logs/$1.log" 2>&1 & }
    running() { jobs -rp | wc -l; }
    # Signals end 'wait' early.
    finish() {
      while [ "$(running)" -gt "$1" ]; do wait -n || true; done
    }
    # A stage that the next one needs.
    require() {
      local code=0
      start "$1"
      local process=$!
      finish 0
      wait "$process" || code=$?
      if [ "$code" != 0 ]; then exit "$code"; fi
    }

    """#

  private var stages: String {
    var lines: [String] = []
    if launch.stages.contains(.data) { lines.append("require data") }
    if launch.stages.contains(.elements) {
      let list = launch.elements.sorted().map(String.init).joined(separator: " ")
      lines.append(
        """
        for element in \(list); do
          finish $((at_once - 1))
          if [ "$stopped" = 1 ]; then break; fi
          start "$element"
        done
        finish 0
        """)
    }
    if launch.stages.contains(.merge) {
      lines.append("if [ \"$stopped\" = 0 ]; then require merge; fi")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
