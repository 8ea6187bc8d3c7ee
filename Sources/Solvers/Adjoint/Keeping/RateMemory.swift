/// Who evaluates a rate and can keep what an evaluation left behind, so that its transposed product need
/// not evaluate it again.
public protocol RateMemory<S>: AnyObject {
  /// The precision of the state.
  associatedtype S: SolverScalar
  /// Keeps what the last evaluation left behind; nil when there is no room. It is let go with the last
  /// reference to what is returned.
  func keepLast() -> AnyObject?
  /// As `SolveRecord.Transpose`, at the time and state of what was kept; once for each.
  func transpose(
    _ kept: AnyObject, weights: UnsafePointer<S>, gradient: UnsafeMutablePointer<S>)
}
