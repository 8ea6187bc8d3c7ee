import Experiment

/// A velocity field as the cavity tasks handle it: u, then v, each row-major.
enum CavityField {
  /// Which components are scored.
  enum Components {
    /// Both.
    case velocity
    /// u alone, as the published harness scores roll-outs and its point-wise models (D7).
    case horizontal
  }

  /// |U| at each point.
  static func speed(_ field: ArraySlice<Float>) -> [Float] {
    let cells = field.count / 2
    let (u, v) = (field.startIndex, field.startIndex + cells)
    return (0..<cells).map {
      (field[u + $0] * field[u + $0] + field[v + $0] * field[v + $0]).squareRoot()
    }
  }

  /// The scored field of a prediction.
  static func scored(
    predicted: ArraySlice<Float>, expected: ArraySlice<Float>, persistence: ArraySlice<Float>,
    components: Components
  ) -> ScoredField {
    func chosen(_ field: ArraySlice<Float>) -> [Float] {
      components == .velocity ? Array(field) : Array(field.prefix(field.count / 2))
    }
    return ScoredField(
      predicted: chosen(predicted), expected: chosen(expected), persistence: chosen(persistence))
  }
}
