/// Functions element by element over `count` numbers.
public struct FunctionKernels<S>: Sendable {
  /// A function of each number of x.
  public typealias Map =
    @Sendable (
      _ count: Int, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void

  /// y = max(x, 0); y may be x
  public let relu: Map
  /// With y = max(x, 0) as x and a gradient as y: gradient = y > 0 ? gradient : 0
  public let reluBackward: Map
  /// y = x Φ(x); y may be x
  public let gelu: Map
  /// y = x Φ(x) and x <- Φ(x) + x φ(x), its derivative
  public let geluWithDerivative:
    @Sendable (_ count: Int, _ x: UnsafeMutablePointer<S>, _ y: UnsafeMutablePointer<S>) -> Void
}
