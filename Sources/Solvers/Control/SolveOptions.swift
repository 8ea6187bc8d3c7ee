/// How steps are chosen, what is saved, and when to give up.
public struct SolveOptions: Sendable {
  /// How the step size is found.
  public enum Steps: Sendable {
    /// Equal steps of at most this size; errors are estimated, and never acted on, when there is a
    /// measure.
    case fixed(size: Double, measure: ErrorMeasure? = nil)
    /// Steps that end at these increasing times and at the end of the span; otherwise as fixed steps.
    /// So another solve's accepted steps are taken again.
    case given(ends: [Double], measure: ErrorMeasure? = nil)
    /// Steps from the error estimate.
    case adaptive(AdaptiveSteps)
  }

  /// Which states come back.
  public enum Saving: Sendable {
    /// The last.
    case end
    /// The first and that after every accepted step.
    case everyStep
    /// Those at these increasing times within the span, by dense output.
    case interpolated(at: [Double])
    /// Those at these increasing times within the span, where steps are made to end.
    case hit(at: [Double])
  }

  /// How the step size is found.
  public let steps: Steps
  /// Which states come back.
  public let saving: Saving
  /// The most attempted steps.
  public let stepLimit: Int
  /// How often in a row a step that gave NaN, infinity or an unsolved stage is tried again smaller.
  public let retries: Int

  /// These options.
  public init(
    steps: Steps, saving: Saving = .end, stepLimit: Int = 100_000, retries: Int = 8
  ) {
    self.steps = steps
    self.saving = saving
    self.stepLimit = stepLimit
    self.retries = retries
  }

  /// These options with other steps.
  public func replacing(steps: Steps) -> SolveOptions {
    SolveOptions(steps: steps, saving: saving, stepLimit: stepLimit, retries: retries)
  }

  /// These options with other states that come back.
  public func replacing(saving: Saving) -> SolveOptions {
    SolveOptions(steps: steps, saving: saving, stepLimit: stepLimit, retries: retries)
  }

  /// How errors are measured, if they are.
  public var measure: ErrorMeasure? {
    switch steps {
    case .fixed(_, let measure), .given(_, let measure): measure
    case .adaptive(let steps): steps.measure
    }
  }

  /// The times that are asked for, if any.
  public var times: [Double] {
    switch saving {
    case .end, .everyStep: []
    case .interpolated(let times), .hit(let times): times
    }
  }
}
