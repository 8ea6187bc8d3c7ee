import Foundation

/// How a process ended.
enum ChildExit: Equatable {
  case exited(Int32)
  case signalled(Int32)

  /// From the status of waitpid(2).
  init(status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
  }
}
