import Experiment

/// Weighted means over the points of a density, accumulated in Double in storage order.
struct LogDensitySums {
  private let sample: ScoredField

  init(_ sample: ScoredField) {
    self.sample = sample
  }

  /// Σ w `term`(p, y) / Σ w, or why there is no such number.
  func mean(_ term: (_ predicted: Double, _ expected: Double) -> Double) -> MeasuredValue {
    var (sum, weights) = (0.0, 0.0)
    for index in sample.expected.indices {
      let weight = sample.weights.isEmpty ? 1 : Double(sample.weights[index])
      // A point that does not count may hold anything, NaN included.
      if weight == 0 { continue }
      sum += weight * term(Double(sample.predicted[index]), Double(sample.expected[index]))
      weights += weight
    }
    return FieldSums.ratio(sum, to: weights, ifZero: "no point counts")
  }
}
