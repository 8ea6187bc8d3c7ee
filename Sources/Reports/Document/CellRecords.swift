import Experiment

/// What stands behind the numbers of a report: the cells with their values, the runs that made them,
/// and the command that makes each again.
struct CellRecords: Sendable {
  let book: CellBook
  let runs: [RunRecord]
  let commands: [CellIdentity: String]
  let names: NameBook
}
