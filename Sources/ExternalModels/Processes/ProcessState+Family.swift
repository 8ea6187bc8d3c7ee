import Foundation

extension ProcessState {
  /// More descendants than these are not looked at; a limit of processes is far below.
  private static let mostDescendants = 8192

  /// The processes that `identifier` started and their own, as far as they are still its children.
  package static func descendants(of identifier: pid_t) -> [pid_t] {
    var found = children(of: identifier)
    var seen = 0
    while seen < found.count, found.count < mostDescendants {
      found += children(of: found[seen])
      seen += 1
    }
    return found
  }

  /// The children of a process, those of all its threads.
  package static func children(of identifier: pid_t) -> [pid_t] {
    let tasks = "/proc/\(identifier)/task"
    return ProcFile.numbers(in: tasks).flatMap { thread in
      ProcFile.text("\(tasks)/\(thread)/children").split(separator: " ").compactMap { pid_t($0) }
    }
  }
}
