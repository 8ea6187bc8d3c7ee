import Foundation

/// What the kernel killed for want of memory.
public enum KernelKills {
  /// How many processes of this machine so far.
  public static func count() -> Int {
    let text = FileManager.default.contents(atPath: "/proc/vmstat") ?? Data()
    let line = String(decoding: text, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("oom_kill ") }
    return line.flatMap { Int($0.dropFirst("oom_kill ".count)) } ?? 0
  }
}
