import Experiment

/// Collects measurements and curves under the names of evaluations.
struct ScoreSheet {
  /// All scores are of the test split.
  private static let split = "test"

  let metrics: [MetricUse]
  private(set) var measurements: [Measurement] = []
  private(set) var curves: [Curve] = []

  init(metrics: [MetricUse]) {
    self.metrics = metrics
  }

  /// The value on all `outcomes`, at `position` (0 for the whole).
  mutating func add(_ outcomes: [ScoredOutcome], evaluation: String, position: Int = 0) {
    for use in metrics {
      measurements.append(
        Measurement(
          metric: use.name, split: Self.split, evaluation: evaluation, position: position,
          value: ScoredOutcome.aggregate(outcomes, by: use.metric), sampleCount: outcomes.count))
    }
  }

  /// Sample by sample, for paired statistics: `<metric>/test/<evaluation>/samples`; a sample without a
  /// value leaves its place out.
  mutating func addSamples(_ groups: [[ScoredOutcome]], evaluation: String) {
    for use in metrics {
      let values = groups.map { ScoredOutcome.aggregate($0, by: use.metric) }
      let present = values.enumerated().compactMap { index, value in
        value.number.map { (Double(index), $0) }
      }
      append(
        "\(use.name)/\(Self.split)/\(evaluation)/samples", axis: "sample",
        positions: present.map(\.0), values: present.map(\.1))
    }
  }

  /// A series over steps, from 1, that ends where there is no value.
  mutating func addSteps(_ outcomes: [ScoredOutcome], evaluation: String, of path: String) {
    for use in metrics {
      var values: [Double] = []
      for outcome in outcomes {
        guard let value = outcome.value(use.metric).number else { break }
        values.append(value)
      }
      append(
        "\(use.name)/\(Self.split)/\(evaluation)/\(path)", axis: "step",
        positions: values.indices.map { Double($0 + 1) }, values: values)
    }
  }

  private mutating func append(
    _ name: String, axis: String, positions: [Double], values: [Double]
  ) {
    curves.append(Curve(name: name, axis: axis, positions: positions, values: values))
  }
}
