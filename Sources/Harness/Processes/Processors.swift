import CProcess
import Foundation

/// The cores that this process may run on: a batch system or `taskset` may allow fewer than there are.
public struct Processors: Sendable, Equatable {
  /// Their numbers, lowest first; never empty.
  public let cores: [Int]

  private static let largestMachine = 4096
  private static let wordBits = UInt.bitWidth

  /// These cores.
  public init(cores: [Int]) {
    precondition(!cores.isEmpty, "a process runs on one core at least")
    self.cores = cores
  }

  /// The cores that the kernel allows this process now.
  public static func allowed() -> Processors {
    var mask = [UInt](repeating: 0, count: largestMachine / wordBits)
    let bytes = assay_allowed_cores(&mask, mask.count * MemoryLayout<UInt>.size)
    let cores = (0..<largestMachine).filter { mask[$0 / wordBits] >> ($0 % wordBits) & 1 == 1 }
    guard bytes > 0, !cores.isEmpty else {
      return Processors(cores: Array(0..<ProcessInfo.processInfo.activeProcessorCount))
    }
    return Processors(cores: cores)
  }

  /// How many there are.
  public var count: Int { cores.count }

  /// The cores of each of `slots` workers: their own as far as there are enough, equally many, so that
  /// no worker is faster than another.
  package func places(for slots: Int) -> [Processors] {
    let share = cores.count / slots
    guard share > 0 else { return Array(repeating: self, count: slots) }
    return (0..<slots).map { Processors(cores: Array(cores[$0 * share..<($0 + 1) * share])) }
  }

  /// Lets `process` run on these cores alone; whether the kernel did.
  @discardableResult
  package func pin(_ process: pid_t) -> Bool {
    var mask = [UInt](repeating: 0, count: Self.largestMachine / Self.wordBits)
    for core in cores { mask[core / Self.wordBits] |= 1 << (core % Self.wordBits) }
    return assay_pin(process, &mask, mask.count * MemoryLayout<UInt>.size) == 0
  }

  /// As in `0-3,6`.
  package var text: String {
    var ranges: [ClosedRange<Int>] = []
    for core in cores {
      if let last = ranges.last, last.upperBound == core - 1 {
        ranges[ranges.count - 1] = last.lowerBound...core
      } else {
        ranges.append(core...core)
      }
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }.joined(separator: ",")
  }
}
