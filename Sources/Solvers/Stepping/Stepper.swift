/// What makes single steps of one method for one problem, in memory of its own.
///
/// A resource with identity: it keeps stages between steps, so one solve owns one.
public protocol Stepper<S>: AnyObject {
  /// The precision of the state.
  associatedtype S: SolverScalar
  /// What was done so far.
  var work: WorkCount { get }
  /// Makes the step.
  func attempt(_ step: Step<S>) -> StepAttempt
  /// Writes the state at t + θh, 0 ≤ θ ≤ 1, within the step that was attempted last.
  func interpolate(_ step: Step<S>, at fraction: Double, into result: UnsafeMutablePointer<S>)
}
