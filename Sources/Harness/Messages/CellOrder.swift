import Experiment
import Planning
import Tensors

/// All that a worker needs to run one cell.
public struct CellOrder: Codable, Sendable, Equatable {
  /// The cell.
  public var cell: PlannedCell
  /// Where its data lie.
  public var data: DataLocation
  /// BLAS threads.
  public var threads: Int
  /// What the worker computes with.
  public var kernels: KernelMode

  /// An order.
  public init(cell: PlannedCell, data: DataLocation, threads: Int, kernels: KernelMode) {
    self.kernels = kernels
    self.cell = cell
    self.data = data
    self.threads = threads
  }
}
