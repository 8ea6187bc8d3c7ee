import Experiment
import Foundation

/// How a process ended.
public enum ProcessEnd: Sendable, Equatable {
  /// By itself, with this code.
  case exited(Int32)
  /// By this signal.
  case signalled(Int32)

  /// From the status of waitpid(2).
  public init(status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
  }

  /// What kind of failure it is to end so before an answer.
  public var kind: FailureKind {
    switch self {
    case .exited: .exited
    case .signalled(SIGABRT), .signalled(SIGTRAP), .signalled(SIGILL): .aborted
    case .signalled(SIGSEGV), .signalled(SIGBUS): .segmentationFault
    case .signalled(SIGKILL), .signalled(SIGTERM): .killed
    case .signalled(SIGXCPU): .usedUpProcessor
    case .signalled(SIGXFSZ): .usedUpDisk
    case .signalled: .signalled
    }
  }

  /// As the verb of a sentence, as in `exited with code 3`.
  var verb: String {
    switch self {
    case .exited(let code): "exited with code \(code)"
    case .signalled(let signal):
      "died by signal \(signal) (\(strsignal(signal).map { String(cString: $0) } ?? "unknown"))"
    }
  }
}
