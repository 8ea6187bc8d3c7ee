/// A line of `squeue --array --format=%i|%T|%r`.
struct SlurmQueueLine: Equatable {
  let job: String
  let task: String
  let state: String
  let reason: String

  init?(_ line: Substring) {
    let fields = line.split(separator: "|" as Character, omittingEmptySubsequences: false)
      .map(String.init)
    guard fields.count >= 2, !fields[0].isEmpty else { return nil }
    let parts = fields[0].split(separator: "_" as Character, maxSplits: 1).map(String.init)
    job = parts[0]
    task = parts.count > 1 ? parts[1] : ""
    state = fields[1]
    reason = fields.count > 2 ? fields[2] : ""
  }

  /// The step that it is about: an element's number, or the stage whose job it is.
  func step(_ launch: Launch) -> String {
    if !task.isEmpty { return task }
    return launch.jobs.first { $0.value == job }?.key.rawValue ?? job
  }

  /// What it says of the step.
  var word: LaunchPresence.Word {
    switch state {
    case "PENDING": reason == "DependencyNeverSatisfied" ? .gone : .waiting
    case "CONFIGURING", "REQUEUED", "REQUEUE_HOLD", "REQUEUE_FED", "RESV_DEL_HOLD", "SUSPENDED",
      "STOPPED":
      .waiting
    case "RUNNING", "COMPLETING", "SIGNALING", "STAGE_OUT", "RESIZING": .running
    default: .gone
    }
  }
}
