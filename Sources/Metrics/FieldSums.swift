import Experiment

/// The weighted sums over all channels and points of one sample from which the metrics are made,
/// accumulated in Double in storage order.
struct FieldSums {
  /// Σ w.
  private(set) var weight = 0.0
  /// Σ w |p − y|.
  private(set) var absoluteError = 0.0
  /// Σ w (p − y)².
  private(set) var squaredError = 0.0
  /// Σ w y².
  private(set) var squaredReference = 0.0
  /// Σ w (b − y)², b being the persistence forecast.
  private(set) var squaredPersistenceError = 0.0

  init(_ sample: ScoredField) {
    for index in sample.expected.indices {
      let weight = sample.weights.isEmpty ? 1 : Double(sample.weights[index])
      // A point that does not count may hold anything, NaN included.
      if weight == 0 { continue }
      let truth = Double(sample.expected[index])
      let error = Double(sample.predicted[index]) - truth
      let persistenceError = Double(sample.persistence[index]) - truth
      self.weight += weight
      absoluteError += weight * abs(error)
      squaredError += weight * error * error
      squaredReference += weight * truth * truth
      squaredPersistenceError += weight * persistenceError * persistenceError
    }
  }

  /// `error` over `reference`, or why there is no such number.
  static func ratio(_ error: Double, to reference: Double, ifZero reason: String) -> MeasuredValue {
    guard error.isFinite else { return .missing("prediction is not finite") }
    guard reference > 0 else { return .missing(reason) }
    return MeasuredValue(error / reference)
  }
}
