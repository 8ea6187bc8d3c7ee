import Experiment

/// The parts of a budget that one model spends otherwise than its profile says; nil keeps the
/// profile's value.
public struct BudgetOverride: Codable, Sendable, Equatable {
  /// Optimiser steps.
  public var trainingSteps: Int?
  /// Samples a step.
  public var batchSize: Int?
  /// Wall-clock seconds after which the cell is stopped as timed out.
  public var wallSeconds: Double?
  /// Memory after which the cell is stopped as out of memory, in MiB.
  public var memoryMebibytes: Int?
  /// Files that the cell may write, in MiB.
  public var diskMebibytes: Int?
  /// How often a cell is run again that failed by no fault of its own.
  public var retries: Int?
  /// Who may run beside it.
  public var company: Budget.Company?

  /// An override of nothing.
  public init() {}

  /// `budget` with these parts replaced.
  public func applied(to budget: Budget) -> Budget {
    Budget(
      trainingSteps: trainingSteps ?? budget.trainingSteps,
      batchSize: batchSize ?? budget.batchSize, wallSeconds: wallSeconds ?? budget.wallSeconds,
      memoryMebibytes: memoryMebibytes ?? budget.memoryMebibytes,
      diskMebibytes: diskMebibytes ?? budget.diskMebibytes, retries: retries ?? budget.retries,
      company: company ?? budget.company)
  }
}
