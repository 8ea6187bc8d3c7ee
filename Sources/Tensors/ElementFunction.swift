/// A smooth function of one number, with a kernel in either precision (accuracy: CKernelsMath.h).
public enum ElementFunction: String, Sendable, CaseIterable {
  /// e^x
  case exp
  /// The natural logarithm, for x > 0.
  case log
  /// The hyperbolic tangent.
  case tanh
  /// 1 / (1 + e^-x)
  case sigmoid
  /// log(1 + e^x)
  case softplus
  /// x / (1 + e^-x)
  case silu
  /// The error function.
  case erf
  /// x Φ(x), with Φ the distribution function of the standard normal.
  case gelu
  /// The sine.
  case sin
  /// The cosine.
  case cos
  /// The square root, for x > 0.
  case sqrt
  /// 1 / x
  case reciprocal

  /// Whether the derivative is computed from the function's value rather than its argument.
  public var slopeReadsValue: Bool {
    switch self {
    case .exp, .tanh, .sigmoid, .softplus, .sqrt, .reciprocal: true
    case .log, .silu, .erf, .gelu, .sin, .cos: false
    }
  }
}
