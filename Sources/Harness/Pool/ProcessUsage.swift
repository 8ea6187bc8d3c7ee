import Foundation

/// What a process and its descendants use now, from `/proc`.
struct ProcessUsage {
  var residentMebibytes = 0.0
  var processorSeconds = 0.0

  /// The sum over the process `identifier` and all processes that it started.
  init(ofTreeAt identifier: pid_t) {
    for member in [identifier] + Self.descendants(of: identifier) {
      guard let fields = Self.fields(of: member), fields.count > 21 else { continue }
      let ticks = fields[11...12].compactMap { Double($0) }.reduce(0, +)
      processorSeconds += ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
      let pages = Double(fields[21]) ?? 0
      residentMebibytes += pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
    }
  }

  /// The processes that `identifier` started and their own, as far as they are still its children.
  static func descendants(of identifier: pid_t) -> [pid_t] {
    let tasks = "/proc/\(identifier)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    let children = threads.sorted().flatMap { thread in
      text("\(tasks)/\(thread)/children").split(separator: " ").compactMap { pid_t($0) }
    }
    return children + children.flatMap(descendants)
  }

  /// How often the kernel has killed a process of this machine for want of memory.
  static func kernelKills() -> Int {
    let line = text("/proc/vmstat").split(separator: "\n").first { $0.hasPrefix("oom_kill ") }
    return line.flatMap { Int($0.dropFirst("oom_kill ".count)) } ?? 0
  }

  /// The fields of `/proc/<pid>/stat` from the third (the state) on.
  private static func fields(of identifier: pid_t) -> [Substring]? {
    text("/proc/\(identifier)/stat").split(separator: ")").last?.split(separator: " ")
  }

  private static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
