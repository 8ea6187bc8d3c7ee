import CKernels
import Foundation

/// A function of one number: its kernels, its values in Double, and the accuracy that the header states.
public struct RealFunction: Sendable, CustomStringConvertible {
  /// y = f(x)
  public typealias Kernel<S> = @Sendable (Int, UnsafePointer<S>?, UnsafeMutablePointer<S>?) -> Void
  /// y = f(x) and x <- f'(x)
  public typealias WithDerivative<S> =
    @Sendable (Int, UnsafeMutablePointer<S>?, UnsafeMutablePointer<S>?) -> Void

  /// The name, as in `assay_<name>_f32`.
  public let description: String
  /// The largest error in ulp, for float and for double.
  public let accuracy: (float: Double, double: Double)
  /// The value in Double by the C library.
  public let exact: @Sendable (Double) -> Double
  /// The kernel for floats.
  public let single: Kernel<Float>
  /// The kernel for doubles.
  public let double: Kernel<Double>

  /// Every function of CKernelsMath.h.
  public static let all = [
    RealFunction("exp", (1.0, 1.1), exp, assay_exp_f32, assay_exp_f64),
    RealFunction("expm1", (2.0, 2.0), expm1, assay_expm1_f32, assay_expm1_f64),
    RealFunction("log", (0.9, 0.9), { log($0) }, assay_log_f32, assay_log_f64),
    RealFunction("log1p", (0.9, 0.9), log1p, assay_log1p_f32, assay_log1p_f64),
    RealFunction("tanh", (2.3, 2.3), tanh, assay_tanh_f32, assay_tanh_f64),
    RealFunction("sigmoid", (2.1, 2.1), sigmoid, assay_sigmoid_f32, assay_sigmoid_f64),
    RealFunction(
      "softplus", (1.7, 1.7), { max($0, 0) + log1p(exp(-abs($0))) }, assay_softplus_f32,
      assay_softplus_f64),
    RealFunction("silu", (2.7, 2.4), silu, assay_silu_f32, assay_silu_f64),
    RealFunction("erf", (1.7, 1.8), erf, assay_erf_f32, assay_erf_f64),
    RealFunction("exact_gelu", (4.5, 4.5), gelu, assay_exact_gelu_f32, assay_exact_gelu_f64),
    RealFunction("sin", (1.6, 1.6), turned(sin), assay_sin_f32, assay_sin_f64),
    RealFunction("cos", (1.6, 1.6), turned(cos), assay_cos_f32, assay_cos_f64),
    RealFunction("sqrt", (0.5, 0.5), { $0.squareRoot() }, assay_sqrt_f32, assay_sqrt_f64),
    RealFunction(
      "reciprocal", (0.5, 0.5), { 1 / $0 }, assay_reciprocal_f32, assay_reciprocal_f64),
  ]

  init(
    _ name: String, _ accuracy: (Double, Double), _ exact: @escaping @Sendable (Double) -> Double,
    _ single: @escaping Kernel<Float>, _ double: @escaping Kernel<Double>
  ) {
    description = name
    self.accuracy = accuracy
    self.exact = exact
    self.single = single
    self.double = double
  }

  /// f of each number.
  public func callAsFunction(_ x: [Float]) -> [Float] {
    var y = [Float](repeating: 0, count: x.count)
    single(x.count, x, &y)
    return y
  }

  /// f of each number.
  public func callAsFunction(_ x: [Double]) -> [Double] {
    var y = [Double](repeating: 0, count: x.count)
    double(x.count, x, &y)
    return y
  }

  /// 1 / (1 + e^-x) without overflow.
  public static func sigmoid(_ x: Double) -> Double {
    x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x))
  }

  private static func silu(_ x: Double) -> Double { x == -.infinity ? -0.0 : x * sigmoid(x) }

  private static func gelu(_ x: Double) -> Double {
    x == -.infinity ? -0.0 : 0.5 * x * erfc(-x / 2.0.squareRoot())
  }

  /// NaN beyond the range to which the kernels reduce arguments.
  private static func turned(
    _ function: @escaping @Sendable (Double) -> Double
  ) -> @Sendable (Double) -> Double {
    { abs($0) <= 0x1p28 ? function($0) : .nan }
  }
}
