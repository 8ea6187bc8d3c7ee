/// A metric of a whole roll-out, as a time until something happens; a single field is a trajectory
/// of one frame.
public protocol TrajectoryMetric: Metric {
  /// The value on the frames of one roll-out, in time order from its first prediction.
  func value(trajectory: [ScoredField]) -> MeasuredValue
}

extension TrajectoryMetric {
  /// The value on a trajectory of one frame.
  public func value(_ sample: ScoredField) -> MeasuredValue { value(trajectory: [sample]) }
}
