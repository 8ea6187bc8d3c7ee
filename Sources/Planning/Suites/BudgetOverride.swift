import Experiment

/// The parts of a budget that one model spends otherwise than its profile says; nil keeps the
/// profile's value.
public struct BudgetOverride: Codable, Sendable, Equatable {
  /// Optimiser steps.
  public let trainingSteps: Int?
  /// Samples a step.
  public let batchSize: Int?
  /// Wall-clock seconds after which the cell is stopped as timed out.
  public let wallSeconds: Double?
  /// Address space after which the cell is stopped as out of memory, in MiB.
  public let memoryMebibytes: Int?

  /// An override.
  public init(
    trainingSteps: Int? = nil, batchSize: Int? = nil, wallSeconds: Double? = nil,
    memoryMebibytes: Int? = nil
  ) {
    self.trainingSteps = trainingSteps
    self.batchSize = batchSize
    self.wallSeconds = wallSeconds
    self.memoryMebibytes = memoryMebibytes
  }

  /// `budget` with these parts replaced.
  public func applied(to budget: Budget) -> Budget {
    Budget(
      trainingSteps: trainingSteps ?? budget.trainingSteps,
      batchSize: batchSize ?? budget.batchSize, wallSeconds: wallSeconds ?? budget.wallSeconds,
      memoryMebibytes: memoryMebibytes ?? budget.memoryMebibytes)
  }
}
