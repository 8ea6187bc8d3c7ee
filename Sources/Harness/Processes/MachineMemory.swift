import ExternalModels
import Foundation

/// Memory that cells may share.
package enum MachineMemory {
  private static let leastReserve = 256.0
  private static let reservedShare = 0.05

  /// MiB that are to be had now less a reserve for everybody else.
  static func room() -> Double { room(description: ProcFile.text("/proc/meminfo")) }

  /// MiB that are to be had now less a reserve for everybody else.
  /// - Parameters:
  ///   - description: the text of `/proc/meminfo`
  ///   - groupLimit: what the control group of this process may use, in MiB
  /// - Returns: infinity when nobody knows
  package static func room(
    description: String, groupLimit: Double = groupLimit()
  ) -> Double {
    func mebibytes(_ name: String) -> Double? {
      let line = description.split(separator: "\n").first { $0.hasPrefix(name + ":") }
      return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
    }
    guard let available = mebibytes("MemAvailable"), let total = mebibytes("MemTotal") else {
      return .infinity
    }
    let usable = min(available, groupLimit)
    return max(0, usable - max(leastReserve, reservedShare * min(total, groupLimit)))
  }

  /// What the control group of this process may use, in MiB: containers see the whole machine's memory
  /// in `/proc/meminfo`.
  package static func groupLimit() -> Double {
    let paths = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
    let limits = paths.compactMap { path in
      Double(ProcFile.text(path).trimmingCharacters(in: .whitespacesAndNewlines))
    }
    return limits.map { $0 / 1_048_576 }.min() ?? .infinity
  }
}
