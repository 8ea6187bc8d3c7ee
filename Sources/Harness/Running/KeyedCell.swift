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
  func result(_ state: CellState, reason: String, run: String) -> CellResult {
    CellResult(
      identity: identity, key: key.hash, state: state, reason: reason,
      configuration: key.configuration, dataOrigin: data.origin, run: run)
  }
}
