/// The coefficients of an additive Runge-Kutta method: an explicit one for the nonlinear and a
/// diagonally implicit one for the linear part, with the same nodes.
public struct IMEXTableau: Sendable {
  /// The name, as in `ark436`.
  public let name: String
  /// The order of the pair.
  public let order: Int
  /// Rows of the explicit matrix below its diagonal; the first is empty.
  public let explicit: [[Double]]
  /// Rows of the implicit matrix up to its diagonal; the first is 0.
  public let implicit: [[Double]]
  /// Weights of the nonlinear part.
  public let explicitWeights: [Double]
  /// Weights of the linear part.
  public let implicitWeights: [Double]
}
