import Experiment
import Foundation

/// A piece of work under way.
struct Job {
  let item: Int
  let limits: WorkItem.Limits
  /// The folder that the model may fill; empty when there is none.
  let scratch: String
  let start: ContinuousClock.Instant
  /// Workers that were busy when it began, its own included.
  let concurrent: Int
  let before: Before
  /// Whether the worker said that it took it up.
  var hasBegun = false
  var seen = Seen()

  /// How things stood before.
  struct Before {
    /// Processor time that the worker had used.
    let userSeconds: Double
    let systemSeconds: Double
    /// The kernel's count of memory kills.
    let kernelKills: Int
    let load: LoadMeter.Reading
  }

  /// What the harness saw by its looks.
  struct Seen {
    var mebibytes = 0.0
    var userSeconds = 0.0
    var systemSeconds = 0.0
    /// Processes that descend from the worker.
    var family: Set<pid_t> = []
    /// Whether the worker has ended, though somebody may hold its line open.
    var isOver = false
    var lastLook = ContinuousClock.now
    var lastDiskLook = ContinuousClock.now
  }

  /// Takes in what the worker and all that it started use now.
  mutating func note(_ usage: ProcessUsage) {
    seen.isOver = usage.isOver
    seen.mebibytes = max(seen.mebibytes, usage.residentMebibytes)
    note(userSeconds: usage.userSeconds, systemSeconds: usage.systemSeconds)
    if usage.members.count > 1 { seen.family.formUnion(usage.members.dropFirst()) }
  }

  /// Takes in the processor time of the worker's whole life.
  mutating func note(userSeconds: Double, systemSeconds: Double) {
    seen.userSeconds = max(seen.userSeconds, userSeconds - before.userSeconds)
    seen.systemSeconds = max(seen.systemSeconds, systemSeconds - before.systemSeconds)
  }
}
