/// What a metric must say of a `MetricProbe`, by a closed form that is not its own code.
public enum KnownScore: Sendable, Equatable {
  /// This number.
  case value(Double)
  /// No number, as the correlation of a constant.
  case missing
  /// The metric has no closed form there.
  case unstated
}
