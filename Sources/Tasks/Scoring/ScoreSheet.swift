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

  /// What is scored, which decides the metrics that apply.
  enum Kind {
    /// Single fields: all metrics of fields but those of whole roll-outs.
    case frames
    /// Whole roll-outs: all metrics of fields.
    case trajectories
    /// Numbers over time: the metrics that look at points one by one.
    case series
    /// Decisions between classes.
    case classes
    /// Logarithms of densities.
    case densities

    func admits(_ metric: any Metric) -> Bool {
      let isOfFields =
        !(metric is any ClassificationMetric || metric is any DensityMetric
        || metric is any AccountMetric)
      return switch self {
      case .frames: isOfFields && !(metric is any TrajectoryMetric)
      case .trajectories: isOfFields
      case .series: metric is any PointwiseMetric
      case .classes: metric is any ClassificationMetric
      case .densities: metric is any DensityMetric
      }
    }
  }

  /// The value on all `outcomes`, at `position` (0 for the whole).
  mutating func add(
    _ outcomes: [ScoredOutcome], of kind: Kind = .frames, evaluation: String, position: Int = 0
  ) {
    for use in metrics where kind.admits(use.metric) {
      measurements.append(
        Measurement(
          metric: use.name, split: Self.split, evaluation: evaluation, position: position,
          value: ScoredOutcome.aggregate(outcomes, by: use.metric), sampleCount: outcomes.count))
    }
  }

  /// Sample by sample, for paired statistics: `<metric>/test/<evaluation>/samples`; a sample without a
  /// value leaves its place out.
  mutating func addSamples(
    _ groups: [[ScoredOutcome]], of kind: Kind = .frames, evaluation: String
  ) {
    for use in metrics where kind.admits(use.metric) {
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
    for use in metrics where Kind.frames.admits(use.metric) {
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

  /// What distinguishes the samples of an evaluation, as their Reynolds numbers, in the order of
  /// `addSamples`.
  mutating func addFacts(_ name: String, _ values: [Double], evaluation: String) {
    append(
      "\(name)/\(Self.split)/\(evaluation)/samples", axis: "sample",
      positions: values.indices.map { Double($0) }, values: values)
  }

  private mutating func append(
    _ name: String, axis: String, positions: [Double], values: [Double]
  ) {
    curves.append(Curve(name: name, axis: axis, positions: positions, values: values))
  }
}
