import Tensors

/// How exact a step must be: the error of element i is measured in units of
/// absolute + relative · max(|uᵢ|, |vᵢ|), u and v being the states before and after the step.
public struct Tolerances: Sendable, Equatable, Codable {
  /// In units of the state, above 0.
  public let absolute: Double
  /// As a fraction of the state, not below 0.
  public let relative: Double

  /// These tolerances.
  public init(absolute: Double, relative: Double) {
    Requirement.check(
      absolute > 0 && relative >= 0, "tolerances \(absolute) and \(relative) measure nothing")
    self.absolute = absolute
    self.relative = relative
  }
}
