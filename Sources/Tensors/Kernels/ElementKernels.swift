/// Arithmetic element by element over `count` numbers; the result may be one of the operands.
public struct ElementKernels<S>: Sendable {
  /// A factor, an operand and a result.
  public typealias Scaled =
    @Sendable (
      _ count: Int, _ a: S, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// Two operands and a result.
  public typealias Binary =
    @Sendable (
      _ count: Int, _ a: UnsafePointer<S>, _ b: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// A factor, two operands and a result.
  public typealias ScaledBinary =
    @Sendable (
      _ count: Int, _ a: S, _ p: UnsafePointer<S>, _ q: UnsafePointer<S>,
      _ y: UnsafeMutablePointer<S>
    ) -> Void

  /// y += a x
  public let axpy: Scaled
  /// y = a x
  public let scale: Scaled
  /// y = a + b
  public let sum: Binary
  /// y = a b
  public let multiply: Binary
  /// y += a b
  public let multiplyAdd: Binary
  /// y = a (p - q)
  public let scaledDifference: ScaledBinary
  /// y += a (p - q)
  public let scaledDifferenceAdd: ScaledBinary
  /// y = a / b
  public let divide: Binary
  /// y = a x + c
  public let affine:
    @Sendable (
      _ count: Int, _ a: S, _ c: S, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// y = x^exponent by repeated products; exponents may be negative
  public let power:
    @Sendable (
      _ count: Int, _ exponent: Int, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// y = Σ over k of coefficients[k] x^k for k = 0 ... degree
  public let polynomial:
    @Sendable (
      _ count: Int, _ degree: Int, _ coefficients: UnsafePointer<Double>, _ x: UnsafePointer<S>,
      _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// y = value
  public let fill: @Sendable (_ count: Int, _ value: S, _ y: UnsafeMutablePointer<S>) -> Void
}
