import ExternalModels
import Foundation

/// What this process holds now.
enum ProcessCensus {
  /// Its resident memory in MiB.
  static func ownMebibytes() -> Double { mebibytes(of: "self") }

  /// The largest resident memory of a child in MiB.
  static func childMebibytes() -> Double {
    children().map { mebibytes(of: String($0)) }.max() ?? 0
  }

  /// Open descriptors.
  static func descriptors() -> Int {
    ProcFile.numbers(in: "/proc/self/fd").count
  }

  /// Children that have ended and that nobody has waited for.
  static func zombies() -> Int {
    children().count { field("State", of: String($0)).hasPrefix("Z") }
  }

  private static func children() -> [Int32] {
    ProcessState.children(of: getpid())
  }

  private static func mebibytes(of process: String) -> Double {
    let words = field("VmRSS", of: process).split(separator: " ")
    return (words.first.flatMap { Double($0) } ?? 0) / 1024
  }

  private static func field(_ name: String, of process: String) -> String {
    let line = ProcFile.text("/proc/\(process)/status").split(separator: "\n")
      .first { $0.hasPrefix(name + ":") }
    return line.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) } ?? ""
  }
}
