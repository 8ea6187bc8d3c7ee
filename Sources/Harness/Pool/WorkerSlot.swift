import Experiment
import Foundation

/// A place for a worker, and what it is doing.
struct WorkerSlot {
  /// The cores of its workers.
  let place: Processors
  var worker: WorkerProcess?
  var job: Job?
  /// When the worker was started, until it says hello.
  var startedAt = ContinuousClock.now
  /// What an idle worker holds, in MiB: the data of its last cell, kept for the next.
  var restingMebibytes = 0.0
}
