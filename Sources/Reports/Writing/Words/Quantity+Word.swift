import Experiment

extension Quantity {
  /// As scripts know it: `nmse one-step test`.
  var word: String { "\(metric) \(evaluation) \(split)" }
}
