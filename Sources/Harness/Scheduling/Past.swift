import Experiment
import Planning
import Store

/// What is known of cells like those to be run, and their order by it.
struct Past {
  var seconds: Durations
  /// The most memory of a cell of each task and model, in MiB.
  var peaks: [TaskModelPair: Double]
  /// Cells at the same time.
  let jobs: Int

  init(of plan: Plan, in store: ResultStore, jobs: Int) throws {
    seconds = Durations(past: try store.pastSeconds(suite: plan.suite.id, profile: plan.profile))
    peaks = try store.pastPeaks(suite: plan.suite.id, profile: plan.profile)
    self.jobs = jobs
  }

  /// The cells with the longest first, so that no long one is left for the end, equal ones in order of
  /// identity; then those that run alone, one block in which the models of a task take turns: a machine
  /// that becomes slower or busier does so for all of them alike.
  func ordered(_ cells: [KeyedCell]) -> [KeyedCell] {
    let shared = cells.filter { $0.planned.budget.company == .shared }
    let alone = cells.filter { $0.planned.budget.company == .alone }
    return longestFirst(shared) + inTurns(alone)
  }

  /// The cells in the order in which they tell most, for a run that may not come to all of them; `present` are
  /// those of its plan that it need not run.
  func inBlocks(_ cells: [KeyedCell], beside present: [CellIdentity]) -> [KeyedCell] {
    let identities = cells.map(\.identity)
    let order = BlockOrder(
      identities, seconds: identities.map { seconds.expected($0.pair) }, present: present)
    return order.places().map { cells[$0] }
  }

  private func longestFirst(_ cells: [KeyedCell]) -> [KeyedCell] {
    let timed = cells.map { (seconds: seconds.expected($0.identity.pair), cell: $0) }
    return timed.sorted { left, right in
      if left.seconds != right.seconds { return left.seconds > right.seconds }
      return left.cell.identity < right.cell.identity
    }.map(\.cell)
  }

  private func inTurns(_ cells: [KeyedCell]) -> [KeyedCell] {
    cells.sorted { left, right in
      let (a, b) = (left.identity, right.identity)
      if a.task != b.task { return a.task < b.task }
      return a.seed == b.seed ? a.model < b.model : a.seed < b.seed
    }
  }
}
