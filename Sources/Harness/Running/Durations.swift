import Experiment
import Store

/// How long cells are expected to take, from the past and from this run.
struct Durations {
  private var seconds: [TaskModelPair: Double]

  init(past: [TaskModelPair: Double]) {
    seconds = past
  }

  mutating func note(_ cell: CellIdentity, seconds elapsed: Double) {
    seconds[cell.pair] = elapsed
  }

  /// Expected seconds of `cell`: those of its task and model, else the mean of what is known of
  /// other cells, else 0.
  func expected(_ cell: CellIdentity) -> Double {
    expected(cell.pair)
  }

  /// Expected seconds of so many cells of each task and model.
  func expected(_ counts: [TaskModelPair: Int]) -> Double {
    counts.filter { $0.value > 0 }
      .map { Double($0.value) * expected($0.key) }
      .sorted().reduce(0, +)
  }

  /// The cells with the longest first, so that no long one is left for the end; equal ones in order
  /// of identity.
  func longestFirst(_ cells: [KeyedCell]) -> [KeyedCell] {
    cells.map { (expected($0.identity), $0) }
      .sorted { left, right in
        left.0 == right.0 ? left.1.identity < right.1.identity : left.0 > right.0
      }
      .map(\.1)
  }

  private func expected(_ pair: TaskModelPair) -> Double {
    if let known = seconds[pair] { return known }
    if seconds.isEmpty { return 0 }
    // Sorted, because a sum in hash order would differ from run to run.
    return seconds.values.sorted().reduce(0, +) / Double(seconds.count)
  }
}

extension CellIdentity {
  /// The cell's task and model.
  var pair: TaskModelPair { TaskModelPair(task: task, model: model) }
}
