import CProcess
import Harness

/// By how much the heap of a harness grows over its run, from the first tenth of the cells on: what a cell
/// leaves behind when it is stored.
struct HeapGrowth {
  private let cells: Int
  private var before = 0
  private var after = 0

  init(cells: Int) { self.cells = cells }

  /// Takes an event in.
  mutating func note(_ event: RunEvent) {
    guard case .cellFinished(let report) = event else { return }
    if report.finished == cells / 10 { before = Int(assay_heap_bytes()) }
    if report.finished == cells { after = Int(assay_heap_bytes()) }
  }

  var mebibytes: Double { Double(max(after - before, 0)) / 1_048_576 }
}
