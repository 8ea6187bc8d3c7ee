import Experiment
import Planning

/// All that a worker needs to run one cell.
public struct CellOrder: Codable, Sendable, Equatable {
  /// The cell.
  public var cell: PlannedCell
  /// Where its data lie.
  public var data: DataLocation
  /// BLAS threads.
  public var threads: Int

  /// An order.
  public init(cell: PlannedCell, data: DataLocation, threads: Int) {
    self.cell = cell
    self.data = data
    self.threads = threads
  }
}
