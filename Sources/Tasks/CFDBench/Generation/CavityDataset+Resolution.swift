import Experiment
import Physics

extension CavityDataset {
  /// Seconds that one cell takes in one step of the solver (measured on 64 × 64 cells), for guesses of
  /// a case's duration.
  private static let secondsPerCellStep = 3e-8
  /// Cells that the lid passes in one step, likewise.
  private static let cellsPerStep = 0.5

  /// What the solver's own rule says of a case at this dataset's frame times: on which grid, or why
  /// not.
  func decision(on entry: CavityEnumeration) -> CavityResolutionRule.Decision {
    CavityResolutionRule().decision(
      on: CavityCase(entry.parameters), frameInterval: frameInterval, frames: frames)
  }

  /// The part of `entry` after `decision`.
  func part(
    of entry: CavityEnumeration, after decision: CavityResolutionRule.Decision
  ) -> DatasetPart {
    switch decision {
    case .unresolved(let reason):
      return DatasetPart(path: entry.path, notGenerated: reason, expectedSeconds: 0)
    case .resolved(let grid):
      let duration = frameInterval * Double(frames)
      let crossings = duration * entry.parameters.lidVelocity / entry.parameters.width
      let steps = crossings * Double(grid.columns) / Self.cellsPerStep
      let cells = Double(grid.columns * grid.rows)
      return DatasetPart(
        path: entry.path, expectedSeconds: steps * cells * Self.secondsPerCellStep)
    }
  }
}
