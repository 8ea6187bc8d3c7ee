import Experiment
import Store

/// How long cells are expected to take, from the past and from this run.
///
/// What is left of a run is kept as a sum, so that ten thousand cells of many models cost no more at each
/// report than a few.
struct Durations {
  private var seconds: [TaskModelPair: Double]
  /// Cells that have not come to an end, by what they are.
  private var open: [TaskModelPair: Int] = [:]
  private var knownSum = 0.0
  /// Expected seconds of the open cells of which one knows, and the number of the others.
  private var openSeconds = 0.0
  private var openUnknown = 0

  init(past: [TaskModelPair: Double]) {
    seconds = past
    // Sorted, because a sum in hash order would differ from run to run.
    knownSum = past.values.sorted().reduce(0, +)
  }

  /// Takes in cells that are to be run.
  mutating func open(_ cells: [TaskModelPair]) {
    for pair in cells {
      open[pair, default: 0] += 1
      if let known = seconds[pair] { openSeconds += known } else { openUnknown += 1 }
    }
  }

  /// A cell came to its end.
  mutating func close(_ pair: TaskModelPair) {
    open[pair, default: 1] -= 1
    if let known = seconds[pair] { openSeconds -= known } else { openUnknown -= 1 }
  }

  /// A cell took so long.
  mutating func note(_ pair: TaskModelPair, seconds elapsed: Double) {
    let count = open[pair] ?? 0
    if let known = seconds[pair] {
      openSeconds += Double(count) * (elapsed - known)
      knownSum += elapsed - known
    } else {
      openSeconds += Double(count) * elapsed
      openUnknown -= count
      knownSum += elapsed
    }
    seconds[pair] = elapsed
  }

  /// Seconds of a cell of this task and model; 0 when there was none.
  func known(_ pair: TaskModelPair) -> Double { seconds[pair] ?? 0 }

  /// Expected seconds of a cell: those of its task and model, else the mean of what is known of others,
  /// else 0.
  func expected(_ pair: TaskModelPair) -> Double { seconds[pair] ?? mean }

  /// Expected seconds of all open cells, one after another; 0 when nothing is known of any.
  var remaining: Double { max(0, openSeconds + Double(openUnknown) * mean) }

  private var mean: Double { seconds.isEmpty ? 0 : knownSum / Double(seconds.count) }
}

extension CellIdentity {
  /// The cell's task and model.
  var pair: TaskModelPair { TaskModelPair(task: task, model: model) }
}
