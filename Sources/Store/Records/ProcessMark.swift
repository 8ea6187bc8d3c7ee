import Foundation

/// A process of this machine told apart from a later one with the same number.
public struct ProcessMark: Sendable, Equatable {
  /// The process id.
  public let identifier: Int32
  /// The kernel's id of this start of the machine; empty when unknown.
  public let boot: String
  /// When the process started, in clock ticks since then; 0 when unknown.
  public let started: Int

  /// A mark.
  public init(identifier: Int32, boot: String, started: Int) {
    self.identifier = identifier
    self.boot = boot
    self.started = started
  }

  /// The mark of the process `identifier` as it is now.
  public init(of identifier: Int32) {
    self.init(
      identifier: identifier, boot: Self.currentBoot(), started: Self.startTime(of: identifier))
  }

  /// The mark of this process.
  public static func current() -> ProcessMark { ProcessMark(of: getpid()) }

  /// Whether the process still runs.
  public var isAlive: Bool {
    started != 0 && boot == Self.currentBoot() && Self.startTime(of: identifier) == started
  }

  private static func currentBoot() -> String {
    let data = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id") ?? Data()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Field 22 of `/proc/<pid>/stat` (proc(5)), counted behind the name, which may hold spaces.
  private static func startTime(of identifier: Int32) -> Int {
    let data = FileManager.default.contents(atPath: "/proc/\(identifier)/stat") ?? Data()
    let fields = String(decoding: data, as: UTF8.self).split(separator: ")").last?
      .split(separator: " ")
    guard let fields, fields.count > 19 else { return 0 }
    return Int(fields[19]) ?? 0
  }
}
