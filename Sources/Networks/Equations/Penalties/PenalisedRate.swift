import Autodiff
import Tensors

/// The right-hand side of an equation with densities, whose integrals over time are wanted beside the
/// solution.
public struct PenalisedRate<S: Scalar> {
  /// f, in the shape of the state.
  public let rate: Variable<S>
  /// Functions of time and state, each [samples] or [samples, 1].
  public let densities: [Variable<S>]

  /// A right-hand side of these.
  public init(_ rate: Variable<S>, densities: [Variable<S>]) {
    self.rate = rate
    self.densities = densities
  }
}
