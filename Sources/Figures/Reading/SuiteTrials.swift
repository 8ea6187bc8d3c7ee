import Comparison
import Experiment

/// The trials of a suite by problem: a problem is a seed of a positive quantity, of which less is
/// better, of a task; every model tries it once.
struct SuiteTrials {
  /// One try.
  struct Trial {
    /// The error; infinite when there is none.
    let error: Double
    /// What training took; nil when it was not measured.
    let seconds: Double?
  }

  /// The models, best first.
  let models: [String]
  /// The trials of each problem, in the order of `models`.
  let problems: [[Trial]]
  /// The quantity of each problem, as a place among the summaries.
  let quantities: [Int]

  private static let cost = "training-seconds"

  init(_ source: SuiteSource) {
    models = source.models
    var cells: [String: [Int: [String: CellResult]]] = [:]
    for cell in source.cells {
      cells[cell.identity.task, default: [:]][cell.identity.seed, default: [:]][
        cell.identity.model] = cell
    }
    var problems: [[Trial]] = []
    var quantities: [Int] = []
    for (place, summary) in source.summaries.enumerated() where summary.direction == .lower {
      for (_, row) in (cells[summary.task] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let trials = models.map { Self.trial(row[$0], summary.quantity) }
        // A ratio to an error of zero or less says nothing.
        let isRatio = trials.allSatisfy { $0.error > 0 }
        guard isRatio, trials.contains(where: { $0.error.isFinite }) else { continue }
        problems.append(trials)
        quantities.append(place)
      }
    }
    self.problems = problems
    self.quantities = quantities
  }

  private static func trial(_ cell: CellResult?, _ quantity: Quantity) -> Trial {
    guard let cell, cell.state == .done, let error = cell.value(quantity).number else {
      return Trial(error: .infinity, seconds: nil)
    }
    let seconds = cell.evaluation.measurements.first { $0.metric == cost && $0.position == 0 }
    return Trial(error: error, seconds: seconds?.value.number)
  }

  /// The smallest error of each problem.
  var best: [Double] { problems.map { $0.map(\.error).min() ?? .infinity } }
}
