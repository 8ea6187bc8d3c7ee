/// A long series of one cell: a learning curve, or a metric sample by sample.
public struct Curve: Codable, Sendable, Equatable {
  /// Its name, as in `training-loss` or `nmse/test/one-step/samples`.
  public let name: String
  /// What `positions` counts, as in `step` or `sample`.
  public let axis: String
  /// The places.
  public let positions: [Double]
  /// The values; NaN never occurs: a series ends where it stops being finite.
  public let values: [Double]

  /// A curve.
  public init(name: String, axis: String, positions: [Double], values: [Double]) {
    precondition(
      positions.count == values.count, "\(positions.count) places, \(values.count) values")
    self.name = name
    self.axis = axis
    self.positions = positions
    self.values = values
  }
}
