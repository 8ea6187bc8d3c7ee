import Experiment
import Foundation
import Planning
import Store

extension Harness {
  /// Makes the data of `plan` and runs no cell.
  /// - Returns: Why a dataset could not be made, by its identifier; empty when all are there.
  /// - Throws: `AssayError` when data cannot be written, or no worker starts.
  public func prepareData(
    of plan: Plan, options: RunOptions, control: RunControl = RunControl(),
    events: @escaping (RunEvent) -> Void
  ) throws -> [String: String] {
    let pool = WorkerPool(worker, options: options, control: control)
    return try DataPhase(
      cache: options.data.cache, imported: options.importedData, pool: pool, events: events
    ).run(DataRequest.all(plan.cells.map(\.task), catalogue: catalogue), control: control).problems
  }
}
