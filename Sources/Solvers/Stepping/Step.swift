/// A step that the loop asks for.
public struct Step<S: SolverScalar> {
  /// What came before.
  public enum Predecessor: Sendable, Equatable {
    /// Nothing: the state is new to the stepper.
    case none
    /// The step before, whose result is now the state.
    case accepted
    /// A step from this same state and time.
    case rejected
  }

  /// t.
  public let time: Double
  /// h, above 0.
  public let size: Double
  /// t + h as the clock has it, free of the rounding of the sum.
  public let end: Double
  /// y at t.
  public let state: UnsafePointer<S>
  /// Where y at t + h goes.
  public let result: UnsafeMutablePointer<S>
  /// What came before.
  public let predecessor: Predecessor
  /// How the error is measured; nil when nobody asks.
  public let measure: ErrorMeasure?
}
