/// What every model may spend on one cell.
public struct Budget: Codable, Sendable, Equatable {
  /// Optimiser steps.
  public var trainingSteps: Int
  /// Samples a step.
  public var batchSize: Int
  /// Wall-clock seconds after which the cell is stopped as timed out.
  public var wallSeconds: Double
  /// Address space after which the cell is stopped as out of memory, in MiB.
  public var memoryMebibytes: Int

  /// A budget.
  public init(
    trainingSteps: Int = 200, batchSize: Int = 8, wallSeconds: Double = 600,
    memoryMebibytes: Int = 4096
  ) {
    self.trainingSteps = trainingSteps
    self.batchSize = batchSize
    self.wallSeconds = wallSeconds
    self.memoryMebibytes = memoryMebibytes
  }
}
