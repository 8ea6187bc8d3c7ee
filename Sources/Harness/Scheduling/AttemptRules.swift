/// When a cell is run again within one run.
public struct AttemptRules: Sendable, Equatable {
  /// How often a cell that failed by what may be no fault of its own (`FailureKind.isTransient`) is run
  /// again; nil leaves it to its budget.
  public var retries: Int?
  /// Cores that other programs may keep busy on average while a cell runs; a finished cell beside more is
  /// run again, twice at most, and its last attempt counts. Nil takes every attempt.
  public var mostForeignLoad: Double?

  /// Rules; without any, budgets decide and every load is taken.
  public init(retries: Int? = nil, mostForeignLoad: Double? = nil) {
    self.retries = retries
    self.mostForeignLoad = mostForeignLoad
  }
}
