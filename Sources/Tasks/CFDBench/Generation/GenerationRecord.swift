import Foundation
import Physics

/// How a case was made: `assay.json`, which lies beside the official files, as they have no place for it.
struct GenerationRecord: Codable {
  let generator: String
  let grid: SimulationPlan.Grid
  let reynolds: [String: Double]
  let frameInterval: Double
  let frames: Int
  /// The grid of the second run.
  var coarserGrid: SimulationPlan.Grid?
  /// The relative L2 difference of the velocity from the run on the coarser grid, over all frames,
  /// divided by `errorRatio`.
  var errorEstimate: Double?
  /// `SimulationPlan.errorRatio`.
  var errorRatio: Double?
  /// Why there is no estimate although one was wanted.
  var errorEstimateMissing: String?
  /// What was conserved, at the last frame.
  var ledger: ConservationLedger?
  /// Why there are no data.
  var failure: String?

  init(_ plan: SimulationPlan, _ dataset: CFDBenchDataset) {
    generator = plan.generator
    grid = plan.start.grid
    reynolds = plan.reynoldsNumbers
    frameInterval = dataset.frameInterval
    frames = dataset.frames
  }

  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return try encoder.encode(self)
  }
}
