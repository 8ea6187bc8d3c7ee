import Experiment
import Foundation
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
  /// An empty folder for files of the cell, which whoever gave it removes; nil makes the worker use one
  /// of its own below the temporary folder.
  public var scratch: URL?

  /// An order.
  public init(
    cell: PlannedCell, data: DataLocation, threads: Int, kernels: KernelMode, scratch: URL? = nil
  ) {
    self.kernels = kernels
    self.scratch = scratch
    self.cell = cell
    self.data = data
    self.threads = threads
  }
}
