import Comparison
import Experiment
import Foundation
import Physics
import Statistics

/// Native networks beside the same networks in PyTorch, from two stored baselines of one budget, the same
/// data and seeds: `agreement/<model>/<task>/<evaluation>`, and over all tasks `agreement/<model>`.
///
/// Initial weights and batches are others, so that equal means are all that one may ask for. Means of log
/// NMSE may differ by what the spread over seeds explains; a row's spread is moderated by that of all rows,
/// as three seeds alone say little.
enum AgreementValidation {
  private static let models = ["fno", "unet", "auto-deeponet"]
  private static let suffix = "-torch"
  /// Of all statements together.
  private static let level = 0.95
  private static let source = "Suites/cfdbench/external/pytorch"

  static func results() throws -> [ValidationResult] {
    let native = try Baseline.load(from: URL(filePath: "Baselines/quick")).frame
    let torch = try Baseline.load(from: URL(filePath: source)).frame
    let rows = models.flatMap { Self.rows(of: $0, native, torch) }
    let each = pow(level, 1 / Double(rows.count + models.count))
    let tests = ModeratedTest.unpaired(
      rows.map { ($0.native, $0.torch) }, sides: .welch, level: each)
    return zip(rows, tests).compactMap { row, test in test.map { result(row, $0) } }
      + models.compactMap { model in
        overall(model, rows.filter { $0.model == model }, level: each)
      }
  }

  private struct Row {
    let model: String
    let task: String
    let evaluation: String
    /// log NMSE by seed.
    let native: [Double]
    let torch: [Double]

    var difference: Double { Observations(native).mean - Observations(torch).mean }
  }

  /// One for each task that was run in PyTorch and each use of the predictions.
  private static func rows(
    of model: String, _ native: ResultFrame, _ torch: ResultFrame
  ) -> [Row] {
    native.suites.flatMap(\.tasks).flatMap { task in
      task.primary.compactMap { quantity -> Row? in
        func logs(_ frame: ResultFrame, _ name: String) -> [Double] {
          frame.cells.filter { $0.identity.task == task.id && $0.identity.model == name }
            .compactMap { $0.value(quantity).number }.map { log($0) }
        }
        let row = Row(
          model: model, task: task.id, evaluation: quantity.evaluation,
          native: logs(native, model), torch: logs(torch, model + suffix))
        return row.torch.isEmpty ? nil : row
      }
    }
  }

  private static func result(_ row: Row, _ test: MeanComparison) -> ValidationResult {
    ValidationResult(
      name: "agreement/\(row.model)/\(row.task)/\(row.evaluation)",
      quantity: "mean log NMSE over \(row.native.count) seeds, in PyTorch over \(row.torch.count)",
      ours: Observations(row.native).mean, reference: Observations(row.torch).mean,
      source: "\(source); Welch's interval, moderated",
      tolerance: test.interval.upper - test.difference)
  }

  /// Whether one of the two is better on the whole: the mean difference over tasks.
  private static func overall(_ model: String, _ rows: [Row], level: Double) -> ValidationResult? {
    let tasks = Dictionary(grouping: rows, by: \.task).sorted { $0.key < $1.key }
    let differences = tasks.map { Observations($0.value.map(\.difference)).mean }
    return ConfidenceInterval.studentMean(of: differences, level: level).map { interval in
      ValidationResult(
        name: "agreement/\(model)",
        quantity: "mean log NMSE less that in PyTorch, over \(differences.count) tasks",
        ours: interval.estimate, reference: 0, source: "\(source); Student's interval over tasks",
        tolerance: interval.upper - interval.estimate)
    }
  }
}
