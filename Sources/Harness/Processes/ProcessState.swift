import Foundation

/// One process as `/proc/<pid>/stat` tells it (proc(5)).
struct ProcessState {
  /// Running, sleeping, stopped, or a zombie that waits for its parent.
  let letter: Character
  let parent: pid_t
  let session: pid_t
  /// Its own and that of children it has waited for.
  let userSeconds: Double
  let systemSeconds: Double
  let residentMebibytes: Double

  var isZombie: Bool { letter == "Z" || letter == "X" }

  /// Nil when there is no such process.
  init?(of identifier: pid_t) {
    let text = ProcFile.text("/proc/\(identifier)/stat")
    // The name, second of the fields, may hold spaces and brackets of its own.
    guard let name = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: name)...].split(separator: " ", maxSplits: 22)
    guard fields.count > 21, let letter = fields[0].first else { return nil }
    func ticks(_ places: Int...) -> Double {
      places.map { Double(fields[$0]) ?? 0 }.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
    self.letter = letter
    parent = pid_t(fields[1]) ?? 0
    session = pid_t(fields[3]) ?? 0
    userSeconds = ticks(11, 13)
    systemSeconds = ticks(12, 14)
    residentMebibytes =
      (Double(fields[21]) ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
  }
}
