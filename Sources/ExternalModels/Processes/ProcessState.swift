import Foundation

/// One process as `/proc/<pid>/stat` tells it (proc(5)).
package struct ProcessState {
  package let identifier: pid_t
  package let parent: pid_t
  package let session: pid_t
  /// Whether it has ended and waits to be reaped.
  package let isZombie: Bool
  /// Its own and that of children it has waited for.
  package let userSeconds: Double
  package let systemSeconds: Double
  package let residentMebibytes: Double

  /// Nil when there is no such process.
  package init?(of identifier: pid_t) {
    let text = ProcFile.text("/proc/\(identifier)/stat")
    // The name, second of the fields, may hold spaces and brackets of its own.
    guard let name = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: name)...].split(separator: " ", maxSplits: 22)
    guard fields.count > 21 else { return nil }
    func ticks(_ places: Int...) -> Double {
      places.map { Double(fields[$0]) ?? 0 }.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
    self.identifier = identifier
    parent = pid_t(fields[1]) ?? 0
    session = pid_t(fields[3]) ?? 0
    isZombie = fields[0] == "Z" || fields[0] == "X"
    userSeconds = ticks(11, 13)
    systemSeconds = ticks(12, 14)
    residentMebibytes =
      (Double(fields[21]) ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
  }

  /// All processes that there are.
  package static func all() -> [ProcessState] {
    ProcFile.numbers(in: "/proc").compactMap(ProcessState.init)
  }

  /// The most resident memory that a process has had, in MiB; nil when it is gone.
  package static func peakMebibytes(of identifier: pid_t) -> Double? {
    let line = ProcFile.text("/proc/\(identifier)/status").split(separator: "\n")
      .first { $0.hasPrefix("VmHWM:") }
    let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
    return kibibytes.flatMap { Double($0) }.map { $0 / 1024 }
  }

  /// The variables of a process's environment, as `NAME=value`; empty when they may not be read.
  package static func environment(of identifier: pid_t) -> [Substring] {
    ProcFile.text("/proc/\(identifier)/environ").split(separator: "\0")
  }
}
