import Experiment
import Planning
import Store

/// A planned cell with its key and its data.
struct KeyedCell {
  let planned: PlannedCell
  let key: CellKey
  let data: DataLocation
  /// Why its data are not there; empty when they are.
  let problem: String

  var identity: CellIdentity { planned.identity }

  var registered: RegisteredCell {
    RegisteredCell(
      identity: identity, key: key.hash, configuration: key.configuration,
      dataOrigin: data.origin)
  }

  /// The result of this cell without numbers.
  func result(
    _ state: CellState, reason: String = "", failure: FailureKind? = nil, run: String
  ) -> CellResult {
    CellResult(
      identity: identity, key: key.hash, state: state, reason: reason, failure: failure,
      configuration: key.configuration, dataOrigin: data.origin, run: run)
  }

  /// What a worker is told.
  func order(_ options: RunOptions) -> CellOrder {
    CellOrder(cell: planned, data: data, threads: options.threads, kernels: options.kernels)
  }

  /// What a worker may spend on it.
  func limits(_ options: RunOptions) -> WorkItem.Limits {
    let budget = planned.budget
    return WorkItem.Limits(
      wallSeconds: budget.wallSeconds,
      // A margin for the ticks of the clock; more means threads beyond those declared.
      processorSeconds: 1.1 * budget.wallSeconds * Double(options.threads) + 1,
      memoryMebibytes: Double(budget.memoryMebibytes),
      diskMebibytes: Double(budget.diskMebibytes))
  }

  /// How often it may be run again by the budget or what `options` say instead.
  func retries(_ options: RunOptions) -> Int { options.attempts.retries ?? planned.budget.retries }
}
