/// Why a cell has no numbers, in a word that can be counted; its reason says the rest.
public enum FailureKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// Task, model or metric threw an error.
  case raised
  /// The model lacks something: a tensor of the role, a package, a program.
  case unmetRequirement = "unmet-requirement"
  /// No headline of the task is a finite number.
  case diverged
  /// The model answered with tensors of another name, shape or type than the role asks for.
  case wrongShape = "wrong-shape"
  /// Worker or model said what its protocol does not allow.
  case brokeProtocol = "broke-protocol"
  /// Worker or model aborted (SIGABRT, SIGTRAP, SIGILL).
  case aborted
  /// Worker or model touched memory that is not its own (SIGSEGV, SIGBUS).
  case segmentationFault = "segmentation-fault"
  /// Worker or model was killed from outside (SIGKILL, SIGTERM).
  case killed
  /// Worker or model died by another signal.
  case signalled
  /// Worker or model ended before it answered.
  case exited
  /// The model's program could not be started.
  case notStarted = "not-started"
  /// Over the wall-clock limit.
  case timedOut = "timed-out"
  /// Over the limit of processor time.
  case usedUpProcessor = "used-up-processor"
  /// Over the limit of memory, or the machine had no more.
  case outOfMemory = "out-of-memory"
  /// Over the limit of disk space or of the size of a file.
  case usedUpDisk = "used-up-disk"
  /// The data of the task could not be made or read.
  case noData = "no-data"
  /// Stopped by the user, or the harness was killed.
  case cancelled

  /// Where a cell stands that failed so.
  public var state: CellState {
    switch self {
    case .timedOut, .usedUpProcessor: .timedOut
    case .outOfMemory: .outOfMemory
    case .cancelled: .cancelled
    default: .failed
    }
  }

  /// Whether the cell may be free of blame, so that running it again can help: the retries of its
  /// budget are spent on these alone.
  public var isTransient: Bool { self == .killed || self == .noData }

  /// What it means, in a phrase for tables.
  public var meaning: String {
    switch self {
    case .raised: "task, model or metric raised an error"
    case .unmetRequirement: "the model lacks a tensor, a package or a program"
    case .diverged: "no headline is a finite number"
    case .wrongShape: "tensors of another name, shape or type than asked"
    case .brokeProtocol: "worker or model broke the protocol"
    case .aborted: "gave up by itself (SIGABRT and its kin)"
    case .segmentationFault: "touched memory that is not its own"
    case .killed: "killed from outside"
    case .signalled: "died by a signal"
    case .exited: "ended before it answered"
    case .notStarted: "the program could not be started"
    case .timedOut: "over the wall-clock limit"
    case .usedUpProcessor: "over the limit of processor time"
    case .outOfMemory: "over the limit of memory"
    case .usedUpDisk: "over the limit of disk space"
    case .noData: "the data could not be made or read"
    case .cancelled: "stopped"
    }
  }
}
