import Experiment

/// 1 when the largest logit is that of the true class, 0 when another is larger; 1 over the number of equal
/// ones.
struct RightClass: ClassificationMetric {
  static let definition = MetricDefinition(
    title: "right", formula: "argmax", unit: "1", direction: .higher, range: "[0, 1]", version: 1)

  func value(_ sample: ScoredField) -> MeasuredValue {
    let largest = sample.predicted.max() ?? 0
    let chosen = sample.predicted.indices.filter { sample.predicted[$0] == largest }
    let hits = chosen.reduce(0) { $0 + Double(sample.expected[$1]) }
    return MeasuredValue(hits / Double(max(chosen.count, 1)))
  }
}

/// The mean of what is predicted less what is true.
struct LogDensityExcess: DensityMetric {
  static let definition = MetricDefinition(
    title: "excess", formula: "mean (p - y)", unit: "nat", direction: .higher, range: "any",
    version: 1)

  func value(_ sample: ScoredField) -> MeasuredValue {
    MeasuredValue(Double(sample.predicted[0] - sample.expected[0]))
  }
}

/// Σ w (p − y)² / Σ w.
struct MeanSquare: PointwiseMetric {
  static let definition = MetricDefinition(
    title: "MSE", formula: "mean square", unit: "1", direction: .lower, range: "[0, inf)",
    version: 1)

  func value(_ sample: ScoredField) -> MeasuredValue {
    var (sum, weights) = (0.0, 0.0)
    for index in sample.expected.indices {
      let weight = sample.weights.isEmpty ? 1 : Double(sample.weights[index])
      let error = Double(sample.predicted[index] - sample.expected[index])
      sum += weight * error * error
      weights += weight
    }
    return MeasuredValue(sum / weights)
  }
}

extension [MetricUse] {
  /// One metric of each kind of outcome.
  static var outcomes: [MetricUse] {
    [
      MetricUse(name: "right", metric: RightClass()),
      MetricUse(name: "excess", metric: LogDensityExcess()),
      MetricUse(name: "mse", metric: MeanSquare()),
    ]
  }
}

extension Evaluation {
  /// The number of `metric` under `evaluation` at `position`, when it was measured.
  func number(_ metric: String, _ evaluation: String, at position: Int = 0) -> Double? {
    measurements.first {
      $0.metric == metric && $0.evaluation == evaluation && $0.position == position
    }?.value.number
  }
}
