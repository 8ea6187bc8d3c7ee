/// What every model may spend on one cell.
public struct Budget: Codable, Sendable, Equatable {
  /// Who may run beside a cell.
  public enum Company: String, Codable, Sendable, CaseIterable {
    /// Other cells of the run.
    case shared
    /// No other cell of the run, so that its times are its own.
    case alone
  }

  /// Optimiser steps.
  public var trainingSteps: Int
  /// Samples a step.
  public var batchSize: Int
  /// Wall-clock seconds after which the cell is stopped as timed out.
  public var wallSeconds: Double
  /// Resident memory of the worker and all that it started after which the cell is stopped, in MiB.
  public var memoryMebibytes: Int
  /// Files that the cell may write to its own folder, in MiB.
  public var diskMebibytes: Int
  /// How often the cell is run again when it failed by what may be no fault of its own
  /// (`FailureKind.isTransient`).
  public var retries: Int
  /// Who may run beside it.
  public var company: Company

  /// A budget.
  public init(
    trainingSteps: Int = 200, batchSize: Int = 8, wallSeconds: Double = 600,
    memoryMebibytes: Int = 4096, diskMebibytes: Int = 4096, retries: Int = 0,
    company: Company = .shared
  ) {
    self.trainingSteps = trainingSteps
    self.batchSize = batchSize
    self.wallSeconds = wallSeconds
    self.memoryMebibytes = memoryMebibytes
    self.diskMebibytes = diskMebibytes
    self.retries = retries
    self.company = company
  }
}
