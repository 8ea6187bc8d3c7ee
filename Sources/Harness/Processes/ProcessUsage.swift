import Foundation

/// What a process and its descendants use now, from `/proc`.
struct ProcessUsage {
  /// More descendants than these are not looked at; a limit of processes is far below.
  private static let mostDescendants = 8192
  private(set) var residentMebibytes = 0.0
  private(set) var userSeconds = 0.0
  private(set) var systemSeconds = 0.0
  /// The processes, the first one first.
  let members: [pid_t]
  /// Whether the first one has ended.
  private(set) var isOver = true

  var processorSeconds: Double { userSeconds + systemSeconds }

  /// The sum over the process `identifier` and all processes that it started.
  init(ofTreeAt identifier: pid_t) {
    members = [identifier] + Self.descendants(of: identifier)
    for (place, member) in members.enumerated() {
      guard let state = ProcessState(of: member) else { continue }
      if place == 0 { isOver = state.isZombie }
      userSeconds += state.userSeconds
      systemSeconds += state.systemSeconds
      residentMebibytes += state.residentMebibytes
    }
  }

  /// The processes that `identifier` started and their own, as far as they are still its children.
  static func descendants(of identifier: pid_t) -> [pid_t] {
    var found = children(of: identifier)
    var seen = 0
    while seen < found.count, found.count < mostDescendants {
      found += children(of: found[seen])
      seen += 1
    }
    return found
  }

  /// The children of a process, those of all its threads.
  static func children(of identifier: pid_t) -> [pid_t] {
    let tasks = "/proc/\(identifier)/task"
    return ProcFile.numbers(in: tasks).flatMap { thread in
      ProcFile.text("\(tasks)/\(thread)/children").split(separator: " ").compactMap { pid_t($0) }
    }
  }
}
