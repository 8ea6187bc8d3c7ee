import Experiment
import Foundation

/// A piece of work with what it may spend.
struct WorkItem {
  /// What a worker may use for one piece of work.
  struct Limits: Equatable {
    var wallSeconds = Double.infinity
    var processorSeconds = Double.infinity
    var memoryMebibytes = Double.infinity
    var diskMebibytes = Double.infinity
    /// Processes and threads of a model are few; so many are a program that multiplies without end.
    var processes = 512
  }

  let request: WorkerRequest
  let limits: Limits
  /// The memory that it will need as far as one knows; 0 when that decides nothing.
  var expectedMebibytes = 0.0
  /// Who may run beside it.
  var company = Budget.Company.shared
}
