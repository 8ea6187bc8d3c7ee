import Experiment
import Store

/// Which cells of a plan are run, and which the store has.
struct Triage {
  /// Done; not run.
  var cached: [KeyedCell] = []
  /// Failed before; not run.
  var kept: [(cell: KeyedCell, state: StoredState)] = []
  /// To be run.
  var pending: [KeyedCell] = []

  /// All that the store has.
  var present: [KeyedCell] { cached + kept.map(\.cell) }

  /// Sorts `cells` by where they stand and what is to be repeated.
  init(_ cells: [KeyedCell], states: [String: StoredState], _ repetition: RunOptions.Repetition) {
    for cell in cells {
      let known = states[cell.key.hash] ?? StoredState(state: .planned, reason: "")
      if repetition.runs(known.state) {
        pending.append(cell)
      } else if known.state == .done {
        cached.append(cell)
      } else {
        kept.append((cell, known))
      }
    }
  }
}
