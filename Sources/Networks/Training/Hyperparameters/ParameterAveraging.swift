/// Whether the parameters that are validated and kept are an average over the steps.
public enum ParameterAveraging: Codable, Sendable, Equatable {
  /// They are those of the last step.
  case none
  /// They are a `ParameterAverage` with this decay.
  case exponential(decay: Double)
}
