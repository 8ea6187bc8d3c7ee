import Experiment
import Store

/// How long cells are expected to take, from the past and from this run.
struct Durations {
  private var seconds: [TaskModelPair: Double]

  init(past: [TaskModelPair: Double]) {
    seconds = past
  }

  mutating func note(_ cell: CellIdentity, seconds elapsed: Double) {
    seconds[Self.pair(cell)] = elapsed
  }

  /// Expected seconds of `cell`: those of its task and model, else the mean of what is known of
  /// other cells, else 0.
  func expected(_ cell: CellIdentity) -> Double {
    if let known = seconds[Self.pair(cell)] { return known }
    if seconds.isEmpty { return 0 }
    // Sorted, because a sum in hash order would differ from run to run.
    return seconds.values.sorted().reduce(0, +) / Double(seconds.count)
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

  private static func pair(_ cell: CellIdentity) -> TaskModelPair {
    TaskModelPair(task: cell.task, model: cell.model)
  }
}
