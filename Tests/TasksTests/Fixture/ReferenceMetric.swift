import Experiment

/// NMSE, MSE or MAE over all points, as published_protocol.py has them.
struct ReferenceMetric: Metric {
  enum Kind: String, Codable {
    case nmse, mse, mae
  }

  static let definition = MetricDefinition(
    title: "reference", formula: "mean over points", unit: "1", direction: .lower,
    range: "[0, ∞)", version: 1)

  var kind = Kind.nmse

  init() {}

  init(kind: Kind) {
    self.kind = kind
  }

  func value(_ sample: ScoredField) -> MeasuredValue {
    var (absolute, squares, reference) = (0.0, 0.0, 0.0)
    for (p, y) in zip(sample.predicted, sample.expected) {
      absolute += Double(abs(p - y))
      squares += Double(p - y) * Double(p - y)
      reference += Double(y) * Double(y)
    }
    let count = Double(sample.expected.count)
    return switch kind {
    case .nmse: MeasuredValue(squares / reference)
    case .mse: MeasuredValue(squares / count)
    case .mae: MeasuredValue(absolute / count)
    }
  }
}
