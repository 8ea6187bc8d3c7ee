/// What came of an attempted step.
public struct StepAttempt: Sendable, Equatable {
  /// Why there is no result.
  public enum Failure: Sendable, Equatable {
    /// A stage, from 1, was NaN or infinite.
    case nonFinite(stage: Int)
    /// The equations of a stage, from 1, were not solved.
    case unsolvedStage(Int)
  }

  /// The scaled error estimate; nil when the method has none or nobody asked.
  public var errorEstimate: Double?
  /// The estimate of the largest eigenvalue; nil when the method has none.
  public var eigenvalueEstimate: Double?
  /// Why there is no result; nil when there is one.
  public var failure: Failure?

  /// An attempt with these facts.
  public init(
    errorEstimate: Double? = nil, eigenvalueEstimate: Double? = nil, failure: Failure? = nil
  ) {
    self.errorEstimate = errorEstimate
    self.eigenvalueEstimate = eigenvalueEstimate
    self.failure = failure
  }
}
