import ExternalModels
import Foundation

extension ProcessSession {
  /// A program that starts processes faster than they are killed is given up after so many rounds.
  private static var rounds: Int { 200 }

  /// Kills what was left when a worker died, and reaps what became a child of this process: known members
  /// of the worker's family, and processes whose environment has its mark.
  static func killOrphans(of family: Set<pid_t>, mark: String) {
    for _ in 0..<rounds {
      let children = Set(ProcessState.children(of: getpid()))
      let marked = ProcFile.numbers(in: "/proc").filter {
        $0 != getpid() && isMarked($0, mark) && ProcessState(of: $0)?.isZombie == false
      }
      let orphans = children.intersection(family).union(marked)
      if orphans.isEmpty { return }
      for orphan in orphans { end(orphan, isChild: children.contains(orphan)) }
    }
  }

  /// Kills and reaps all children of this process with their descendants.
  static func killChildren() {
    for _ in 0..<rounds {
      let children = ProcessState.children(of: getpid())
      if children.isEmpty { return }
      for child in children { end(child, isChild: true) }
    }
  }

  /// Kills a process with its descendants, and waits for it when it is a child of this one.
  private static func end(_ process: pid_t, isChild: Bool) {
    for descendant in ProcessState.descendants(of: process) { Glibc.kill(descendant, SIGKILL) }
    Glibc.kill(process, SIGKILL)
    guard isChild else { return }
    while waitpid(process, nil, 0) < 0 && errno == EINTR {}
  }

  private static func isMarked(_ process: pid_t, _ mark: String) -> Bool {
    ProcessState.environment(of: process).contains { $0 == mark }
  }
}
