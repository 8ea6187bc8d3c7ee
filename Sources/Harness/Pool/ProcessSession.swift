import Foundation

/// All processes that a worker started, however deep and in whatever process group: a worker leads a
/// session of its own, and its descendants stay in it even when their parents die.
enum ProcessSession {
  /// Kills every member of the session that `leader` leads or led, itself last.
  static func kill(leader: pid_t) {
    for member in members(of: leader) where member != leader { Glibc.kill(member, SIGKILL) }
    Glibc.kill(-leader, SIGKILL)
  }

  private static func members(of leader: pid_t) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { getsid($0) == leader }
  }
}
