import Foundation

/// All processes that one process started, however deep, in whatever session, and whether or not the one
/// that started them lives: its descendants, whoever is in a session of theirs, and whoever carries the mark
/// in its environment that a model's program passes on to all that it starts.
public enum ProcessSession {
  /// The variable that marks a model's program: the process that started it, a full stop, and a name.
  public static let markName = "ASSAY_MODEL"
  private static let passes = 200
  /// A leader that goes on starting processes is ended after so many.
  private static let passesBesideTheLeader = 20
  private static let microsecondsBetweenPasses: UInt32 = 500

  /// Kills every process that `leader` started, `leader`, and what it started meanwhile.
  ///
  /// The leader is not stopped before: if this process died just then, a worker that waits for the news of
  /// that could not act on it and would stay for ever. As long as the leader lives and has asked for orphans
  /// (`assay_adopt_orphans`), no descendant can leave its tree. It must not have been waited for, so that
  /// its number is still its own.
  /// - Parameters:
  ///   - leader: the process; when it is this one, only the others and then itself
  ///   - mark: the beginning of the mark of those that count as its own; that of all programs that
  ///     `leader` started when not given
  /// - Returns: the processes that were killed besides the leader
  @discardableResult
  public static func kill(leader: pid_t, mark: String? = nil) -> Set<pid_t> {
    var search = Search(leader: leader, mark: "\(markName)=\(mark ?? "\(leader).")")
    var killed = sweep(&search, passes: passesBesideTheLeader)
    if getpgid(leader) == leader { Glibc.kill(-leader, SIGKILL) }
    Glibc.kill(leader, SIGKILL)
    killed.formUnion(sweep(&search, passes: passes))
    return killed
  }

  /// Kills what is found until nothing is.
  private static func sweep(_ search: inout Search, passes: Int) -> Set<pid_t> {
    var killed: Set<pid_t> = []
    for _ in 0..<passes {
      let members = search.livingMembers()
      guard !members.isEmpty else { break }
      for member in members { Glibc.kill(member, SIGKILL) }
      killed.formUnion(members)
      usleep(microsecondsBetweenPasses)
    }
    return killed
  }

  /// Waits for what this process has adopted from `leader`, so that no zombie is left.
  static func reap(killed: Set<pid_t>, leader: pid_t) {
    let ended = ProcessState.all().filter { $0.isZombie && $0.session == leader }
      .map(\.identifier)
    for child in killed.union(ended).subtracting([leader]) {
      for _ in 0..<passes where waitpid(child, nil, WNOHANG) == 0 {
        usleep(microsecondsBetweenPasses)
      }
    }
  }
}

/// What is known of a leader's processes, pass after pass.
private struct Search {
  let leader: pid_t
  let mark: String
  var sessions: Set<pid_t>
  private let ownSession = getsid(0)

  init(leader: pid_t, mark: String) {
    self.leader = leader
    self.mark = mark
    sessions = [leader]
  }

  mutating func livingMembers() -> Set<pid_t> {
    let entries = ProcessState.all().filter { $0.identifier != leader && !$0.isZombie }
    var members = Set(entries.map(\.identifier).filter(carriesMark))
    for entry in entries where members.contains(entry.identifier) { follow(entry) }
    var grew = true
    while grew {
      grew = false
      for entry in entries where !members.contains(entry.identifier) {
        guard
          entry.parent == leader || members.contains(entry.parent)
            || sessions.contains(entry.session)
        else { continue }
        members.insert(entry.identifier)
        follow(entry)
        grew = true
      }
    }
    members.remove(getpid())
    return members
  }

  private func carriesMark(_ process: pid_t) -> Bool {
    ProcessState.environment(of: process).contains { $0.hasPrefix(mark) }
  }

  private mutating func follow(_ entry: ProcessState) {
    if entry.session != ownSession { sessions.insert(entry.session) }
  }
}
