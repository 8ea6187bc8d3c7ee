import Foundation

/// The memory of this process.
enum ProcessMemory {
  /// Peak resident memory in MiB.
  static var peakMebibytes: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
