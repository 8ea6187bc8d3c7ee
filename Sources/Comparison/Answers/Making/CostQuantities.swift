import Experiment

/// The times that every run tells.
enum CostQuantities {
  static let training = Quantity(
    metric: "training-seconds", evaluation: "cost", split: "train")
  static let prediction = Quantity(
    metric: "prediction-milliseconds", evaluation: "cost", split: "validation")
}

extension Quantity {
  /// The same of a variant; `suffix` is `@` and the variant's name, or empty.
  func variant(_ suffix: String) -> Quantity {
    Quantity(metric: metric, evaluation: evaluation + suffix, split: split)
  }
}
