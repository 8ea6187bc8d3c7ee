/// Where a step of a submission stands.
public enum ElementWord: Sendable, Equatable, CustomStringConvertible {
  /// It has not begun.
  case waiting
  /// It runs.
  case running
  /// It has run all its cells.
  case done
  /// It has run all its cells, some of which failed, which is a result.
  case doneWithFailedCells
  /// It ended with this exit code before it was done; 130 when it was stopped.
  case failed(Int)
  /// It left without a word, or never began and never will.
  case lost

  /// As in `failed(2)`.
  public var description: String {
    switch self {
    case .waiting: "waiting"
    case .running: "running"
    case .done: "done"
    case .doneWithFailedCells: "done, some cells failed"
    case .failed(let code): "failed(\(code))"
    case .lost: "lost"
    }
  }

  /// Whether nothing more comes of it by itself.
  public var hasEnded: Bool { self != .waiting && self != .running }

  /// Whether a resume starts it again.
  public var needsResume: Bool {
    switch self {
    case .failed, .lost: true
    case .waiting, .running, .done, .doneWithFailedCells: false
    }
  }

  /// What follows from what a step says of itself and its launcher says of it.
  /// - Parameters:
  ///   - record: What the step said, nil when it has not begun in its latest launch.
  ///   - presence: What the launcher says.
  init(record: StepRecord?, presence: LaunchPresence.Word) {
    // Slurm starts a step again whose node died: the record is of the time before.
    if presence == .waiting {
      self = .waiting
    } else if let record, record.hasEnded {
      switch record.exitCode {
      case 0: self = .done
      case 3: self = .doneWithFailedCells
      default: self = .failed(record.exitCode)
      }
    } else if presence == .gone {
      self = .lost
    } else {
      self = record != nil || presence == .running ? .running : .waiting
    }
  }
}

extension ElementWord: Encodable {
  /// Its description.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
