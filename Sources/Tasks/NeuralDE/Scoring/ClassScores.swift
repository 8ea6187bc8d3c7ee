import Experiment
import Foundation
import Tensors

/// Logits and classes: targets to fit, and predictions beside the truth.
struct ClassScores {
  /// The name of the output of every task of classes.
  static let slot = "logits"
  private static let evaluation = "classification"

  let classes: Int
  /// The logarithms of the classes' shares in training: what is known without looking at a sample.
  private let prior: [Float]

  /// Of `classes` classes, whose shares are those of `training`; a class without a sample counts as half
  /// of one.
  init(classes: Int, training: [Int]) {
    self.classes = classes
    prior = (0..<classes).map { label in
      let count = training.count { $0 == label }
      return Float(log(max(Double(count), 0.5) / Double(max(training.count, 1))))
    }
  }

  /// What a model is asked for.
  var output: Role.Slot { Role.Slot(name: Self.slot, shape: [classes], unit: "1") }

  /// 1 for the right class, 0 for the others: [sample, class].
  func targets(_ labels: [Int]) -> NamedTensors {
    var tensor = Tensor(shape: [labels.count, classes])
    for (row, label) in labels.enumerated() { tensor.values[row * classes + label] = 1 }
    return NamedTensors([Self.slot: tensor])
  }

  /// The scores of `model` on `inputs` of the classes `labels`.
  func evaluation(of model: any Model, on inputs: NamedTensors, labels: [Int], metrics: [MetricUse])
    throws -> Evaluation
  {
    let rows = try BatchForecast.rows(of: output, from: model, inputs)
    let outcomes = zip(rows, labels).map { logits, label in
      ScoredOutcome.scored(
        ScoredField(
          predicted: Array(logits), expected: (0..<classes).map { $0 == label ? 1 : 0 },
          persistence: prior))
    }
    var sheet = ScoreSheet(metrics: metrics)
    sheet.add(outcomes, of: .classes, evaluation: Self.evaluation)
    sheet.addSamples(outcomes.map { [$0] }, of: .classes, evaluation: Self.evaluation)
    sheet.addFacts("class", labels.map(Double.init), evaluation: Self.evaluation)
    return Evaluation(measurements: sheet.measurements, curves: sheet.curves)
  }
}
