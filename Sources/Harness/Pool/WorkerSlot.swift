import Experiment
import Foundation

/// A place for a worker, and what it is doing.
struct WorkerSlot {
  /// A piece of work under way.
  struct Job {
    let item: Int
    let limits: WorkItem.Limits
    let start: ContinuousClock.Instant
    let concurrent: Int
    /// Processor time that the worker had used before.
    let processorBefore: Double
    /// The kernel's count of memory kills before.
    let killsBefore: Int
    /// Whether the worker said that it took it up.
    var hasBegun = false
    var seenMebibytes = 0.0
    /// When its memory was last looked at.
    var lastLook = ContinuousClock.now
  }

  var worker: WorkerProcess?
  var job: Job?
  /// When the worker was started, until it says hello.
  var startedAt = ContinuousClock.now
}
