import CProcess
import ExternalModels
import Foundation

/// The memory of this process.
enum ProcessMemory {
  /// Peak resident memory in MiB since this program began; `getrusage` would count what the process was
  /// before it became this program, a copy of its parent.
  static var peakMebibytes: Double {
    ProcessState.peakMebibytes(of: getpid()) ?? .nan
  }

  /// Bytes by which the heap is larger after `body` than before; what `body` frees does not count.
  static func heapGrowth(over body: () -> Void) -> Int {
    let before = assay_heap_bytes()
    body()
    return Int(assay_heap_bytes()) - Int(before)
  }
}
