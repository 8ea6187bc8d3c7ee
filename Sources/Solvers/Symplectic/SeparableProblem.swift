import Tensors

/// Hamilton's equations of H(q, p) = T(p) + V(q): q' = ∂T/∂p, p' = -∂V/∂q.
public struct SeparableProblem<S: SolverScalar> {
  /// Writes ∂T/∂p of p, or -∂V/∂q of q.
  public typealias Gradient = (UnsafePointer<S>, UnsafeMutablePointer<S>) -> Void

  /// q at the start.
  public let positions: [S]
  /// p at the start, as many.
  public let momenta: [S]
  /// From when to when.
  public let span: ClosedRange<Double>
  /// ∂T/∂p.
  public let velocity: Gradient
  /// -∂V/∂q.
  public let force: Gradient

  /// The problem with these parts.
  public init(
    positions: [S], momenta: [S], span: ClosedRange<Double>, velocity: @escaping Gradient,
    force: @escaping Gradient
  ) {
    Requirement.check(
      positions.count == momenta.count && !positions.isEmpty,
      "\(positions.count) positions have \(momenta.count) momenta")
    self.positions = positions
    self.momenta = momenta
    self.span = span
    self.velocity = velocity
    self.force = force
  }
}
