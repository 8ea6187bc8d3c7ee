import Foundation

/// A process of this machine that cannot be mistaken for a later one with its number.
struct ProcessMark: Equatable {
  let process: Int32
  /// Ticks from the machine's start to its own.
  let start: String

  init(process: Int32, start: String) {
    self.process = process
    self.start = start
  }

  /// From `process start`, as a supervisor writes it.
  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let process = Int32(parts[0]) else { return nil }
    self.init(process: process, start: String(parts[1]))
  }

  /// Whether it is there and no zombie.
  var isAlive: Bool {
    guard let data = FileManager.default.contents(atPath: "/proc/\(process)/stat") else {
      return false
    }
    let text = String(decoding: data, as: UTF8.self)
    // The name before the last parenthesis may hold anything.
    let rest = text.suffix(from: text.lastIndex(of: ")") ?? text.startIndex)
    let fields = rest.split(separator: " ").map(String.init)
    guard fields.count > 20 else { return false }
    return fields[1] != "Z" && fields[20] == start
  }
}
