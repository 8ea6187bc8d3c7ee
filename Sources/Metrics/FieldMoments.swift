import Experiment

/// Weighted central moments of one sample, over all channels and points together, in two passes in
/// Double.
struct FieldMoments {
  /// Σ w.
  private(set) var weight = 0.0
  /// Σ w (p − p̄)².
  private(set) var predictedSquares = 0.0
  /// Σ w (y − ȳ)².
  private(set) var expectedSquares = 0.0
  /// Σ w (p − p̄)(y − ȳ).
  private(set) var product = 0.0

  init(_ sample: ScoredField) {
    let points = sample.expected.indices.compactMap { index -> (Double, Double, Double)? in
      let weight = sample.weights.isEmpty ? 1 : Double(sample.weights[index])
      // A point that does not count may hold anything, NaN included.
      guard weight != 0 else { return nil }
      return (weight, Double(sample.predicted[index]), Double(sample.expected[index]))
    }
    weight = points.reduce(0) { $0 + $1.0 }
    guard weight > 0 else { return }
    let meanPrediction = points.reduce(0) { $0 + $1.0 * $1.1 } / weight
    let meanTruth = points.reduce(0) { $0 + $1.0 * $1.2 } / weight
    for (w, p, y) in points {
      predictedSquares += w * ((p - meanPrediction) * (p - meanPrediction))
      expectedSquares += w * ((y - meanTruth) * (y - meanTruth))
      product += w * ((p - meanPrediction) * (y - meanTruth))
    }
  }

  /// Whether the prediction was a number everywhere.
  var isFinite: Bool { predictedSquares.isFinite && product.isFinite }
}
