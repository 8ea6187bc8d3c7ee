import Foundation

/// A piece of work with what it may spend.
struct WorkItem {
  /// What a worker may use for one piece of work.
  struct Limits: Equatable {
    var wallSeconds = Double.infinity
    var processorSeconds = Double.infinity
    var memoryMebibytes = Double.infinity
  }

  let request: WorkerRequest
  let limits: Limits
}
