import CProcess
import Foundation

/// The memory of this process.
enum ProcessMemory {
  /// Peak resident memory in MiB.
  static var peakMebibytes: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  /// Bytes by which the heap is larger after `body` than before; what `body` frees does not count.
  static func heapGrowth(over body: () -> Void) -> Int {
    let before = assay_heap_bytes()
    body()
    return Int(assay_heap_bytes()) - Int(before)
  }
}
