import Foundation

/// All processes that a worker started, however deep: a worker leads a session of its own, and is the
/// parent of those of its descendants whose own parents died.
enum ProcessSession {
  /// A program that starts processes faster than they are killed is given up after so many rounds.
  private static let rounds = 200

  /// Kills every member of the session that `leader` leads or led and every descendant of it, itself
  /// last: until then descendants that left the session can be found by their parents.
  /// - Returns: those that were killed, apart from the leader
  @discardableResult
  static func kill(leader: pid_t) -> Set<pid_t> {
    if leader != getpid() { Glibc.kill(leader, SIGSTOP) }
    var killed: Set<pid_t> = []
    for _ in 0..<rounds {
      let members = living(of: leader)
      if members.isEmpty { break }
      for member in members { Glibc.kill(member, SIGKILL) }
      killed.formUnion(members)
      sched_yield()
    }
    Glibc.kill(-leader, SIGKILL)
    return killed
  }

  /// Kills and reaps what became a child of this process when its worker died: known members of the
  /// worker's family, and processes whose environment has its mark.
  static func killOrphans(of family: Set<pid_t>, mark: String) {
    for _ in 0..<rounds {
      let orphans = ProcessUsage.children(of: getpid()).filter {
        family.contains($0) || isMarked($0, mark)
      }
      if orphans.isEmpty { return }
      for orphan in orphans {
        for descendant in ProcessUsage.descendants(of: orphan) { Glibc.kill(descendant, SIGKILL) }
        Glibc.kill(orphan, SIGKILL)
        while waitpid(orphan, nil, 0) < 0 && errno == EINTR {}
      }
    }
  }

  private static func living(of leader: pid_t) -> [pid_t] {
    let session = ProcFile.numbers(in: "/proc").filter { getsid($0) == leader }
    return Set(session + ProcessUsage.descendants(of: leader)).subtracting([leader]).filter {
      ProcessState(of: $0)?.isZombie == false
    }
  }

  private static func isMarked(_ process: pid_t, _ mark: String) -> Bool {
    ProcFile.text("/proc/\(process)/environ").split(separator: "\0").contains { $0 == mark }
  }
}
