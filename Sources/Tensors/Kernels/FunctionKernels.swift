/// Functions element by element over `count` numbers, and over the rows of matrices.
public struct FunctionKernels<S>: Sendable {
  /// A function of each number of x; y may be x.
  public typealias Map =
    @Sendable (_ count: Int, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>) -> Void
  /// A function of each number of x with its derivative: y = f(x) and x <- f'(x).
  public typealias MapWithDerivative =
    @Sendable (_ count: Int, _ x: UnsafeMutablePointer<S>, _ y: UnsafeMutablePointer<S>) -> Void
  /// Any of the functions.
  public typealias Choice =
    @Sendable (
      _ function: ElementFunction, _ count: Int, _ x: UnsafePointer<S>,
      _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// A function of each row of x [rows, columns].
  public typealias Rows =
    @Sendable (
      _ rows: Int, _ columns: Int, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void

  /// y = f(x); y may be x
  public let value: Choice
  /// y <- y f', with x the function's value or argument, see `ElementFunction.slopeReadsValue`
  public let backward: Choice
  /// y = x Φ(x), in Float to 2e-7 of Φ
  public let gelu: Map
  /// y = x Φ(x) and x <- Φ(x) + x φ(x), with the bits of `gelu`
  public let geluWithDerivative: MapWithDerivative
  /// y = x s(x) with the sigmoid s, and x <- s + x s (1 - s)
  public let siluWithDerivative: MapWithDerivative
  /// y = sin x and x <- cos x
  public let sinWithDerivative: MapWithDerivative
  /// y = max(x, 0)
  public let relu: Map
  /// With x the value of `relu` and y a gradient: y <- x > 0 ? y : 0
  public let reluBackward: Map
  /// y = e^x / Σ e^x of each row
  public let softmax: Rows
  /// With x the value of `softmax` and y a gradient: y <- x (y - Σ x y)
  public let softmaxBackward: Rows
  /// y = x - log Σ e^x of each row
  public let logSoftmax: Rows
  /// With x the value of `logSoftmax` and y a gradient: y <- y - e^x Σ y
  public let logSoftmaxBackward: Rows
}
