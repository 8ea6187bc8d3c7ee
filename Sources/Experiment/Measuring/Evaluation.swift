/// All that a task found out about a trained model.
public struct Evaluation: Codable, Sendable, Equatable {
  /// Numbers.
  public var measurements: [Measurement]
  /// Long series.
  public var curves: [Curve]
  /// Pictures' data.
  public var snapshots: [FieldSnapshot]

  /// An evaluation.
  public init(
    measurements: [Measurement] = [], curves: [Curve] = [], snapshots: [FieldSnapshot] = []
  ) {
    self.measurements = measurements
    self.curves = curves
    self.snapshots = snapshots
  }
}
