import Tensors

/// A field at some points with its derivatives along directions, each a variable of the tape: Taylor
/// mode (Griewank & Walther, *Evaluating Derivatives*, 2nd ed., chapter 13) of second order.
///
/// With d directions, the value costs one pass through a network, the slopes d, and the second
/// derivatives d more when each is asked for, or one when only their weighted sum is: a Laplacian in d
/// dimensions costs d + 2 passes (the forward Laplacian of Li et al. 2024, *Nature Machine
/// Intelligence* 6, 209). Since everything is on the tape, a loss of these can be differentiated with
/// respect to the parameters.
public struct Jet<S: Scalar> {
  /// What is carried of the second order.
  public enum SecondOrder {
    /// Nothing.
    case none
    /// ∂²/∂k² for every direction k.
    case each
    /// Σ over k of w[k] ∂²/∂k², with one weight w a direction; ones for the Laplacian when the
    /// directions are the axes.
    case sum(weights: [S])
  }

  /// [points, features]
  public let value: Variable<S>
  /// ∂/∂k, [directions · points, features], direction slowest; nil for zero.
  public let slopes: Variable<S>?
  /// [directions · points, features] for `each`, [points, features] for `sum`; nil for zero.
  public let second: Variable<S>?
  /// The number of directions.
  public let directions: Int
  /// What `second` is.
  public let order: SecondOrder
}
