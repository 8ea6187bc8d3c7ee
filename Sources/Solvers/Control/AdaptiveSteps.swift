/// Step control by the error estimate.
public struct AdaptiveSteps: Sendable {
  /// Where the first step size comes from.
  public enum FirstStep: Sendable, Equatable {
    /// The rule of Hairer, Nørsett & Wanner (*Solving ODEs I*, II.4), two evaluations.
    case automatic
    /// This size.
    case given(Double)
  }

  /// The unit and the norm of errors.
  public let measure: ErrorMeasure
  /// The law of the step size; nil for SciML's with the constants of the method.
  public let controller: StepController?
  /// Where the first step size comes from.
  public let firstStep: FirstStep
  /// The least and the largest step size that the controller may ask for.
  public let sizes: ClosedRange<Double>

  /// These settings.
  public init(
    measure: ErrorMeasure, controller: StepController? = nil, firstStep: FirstStep = .automatic,
    sizes: ClosedRange<Double> = 0...Double.infinity
  ) {
    self.measure = measure
    self.controller = controller
    self.firstStep = firstStep
    self.sizes = sizes
  }

  /// The default law and first step with these tolerances.
  public init(absolute: Double, relative: Double) {
    self.init(measure: ErrorMeasure(tolerances: Tolerances(absolute: absolute, relative: relative)))
  }
}
