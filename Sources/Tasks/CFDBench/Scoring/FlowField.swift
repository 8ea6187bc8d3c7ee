import Experiment

/// A velocity field as the tasks handle it: u, then v, each row-major.
enum FlowField {
  /// |U| at each point.
  static func speed(_ field: ArraySlice<Float>) -> [Float] {
    let cells = field.count / 2
    let (u, v) = (field.startIndex, field.startIndex + cells)
    return (0..<cells).map {
      (field[u + $0] * field[u + $0] + field[v + $0] * field[v + $0]).squareRoot()
    }
  }

  /// Σ m (p − y)² / Σ m y² over both components, m being the mask: by what the cases that are shown are
  /// chosen. Infinite where the truth is zero and the prediction is not.
  static func normalisedError(
    predicted: ArraySlice<Float>, expected: ArraySlice<Float>, mask: [Float]
  ) -> Double {
    var error = 0.0
    var reference = 0.0
    for (index, (p, y)) in zip(predicted, expected).enumerated() {
      let weight = Double(mask[index % mask.count])
      error += weight * Double(p - y) * Double(p - y)
      reference += weight * Double(y) * Double(y)
    }
    if error == 0 { return 0 }
    let ratio = error / reference
    return ratio.isFinite ? ratio : .infinity
  }
}
