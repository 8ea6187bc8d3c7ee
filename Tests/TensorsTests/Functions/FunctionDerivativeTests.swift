import CKernels
import Foundation
import Tensors
import TestSupport
import Testing

/// Derivatives beside a function and derivatives from what was kept.
@Suite struct FunctionDerivativeTests {
  private typealias Kernel<S> = RealFunction.WithDerivative<S>

  private static let pairs: [(String, Double, Kernel<Float>, Kernel<Double>)] = [
    ("tanh", 3, assay_tanh_with_derivative_f32, assay_tanh_with_derivative_f64),
    ("sigmoid", 1, assay_sigmoid_with_derivative_f32, assay_sigmoid_with_derivative_f64),
    ("softplus", 2, assay_softplus_with_derivative_f32, assay_softplus_with_derivative_f64),
    ("silu", 3, assay_silu_with_derivative_f32, assay_silu_with_derivative_f64),
    ("erf", 3, assay_erf_with_derivative_f32, assay_erf_with_derivative_f64),
    ("exact_gelu", 3, assay_exact_gelu_with_derivative_f32, assay_exact_gelu_with_derivative_f64),
    ("sin", 2, assay_sin_with_derivative_f32, assay_sin_with_derivative_f64),
  ]

  @Test func aDerivativeBesideItsFunctionIsTheStoredOneAndTheValueIsTheFunctionsOwn() throws {
    let stored = StoredValue.byFunction(
      in: try PackageFolder.text("Tests/References/functions/values.tsv"))
    for (name, units, single, double) in Self.pairs {
      let function = try #require(RealFunction.all.first { $0.description == name })
      let cases = try #require(stored[name + "'"])
      let x = cases.map(\.argument)
      var (slope, y) = (x, x)
      double(x.count, &slope, &y)
      #expect(y == function(x))
      for (one, value) in zip(cases, slope) {
        #expect(one.error(value) <= units * 0x1p-53, "\(name)'(\(one.argument))")
      }
      // of a float argument the derivative differs by f'' times what its rounding moved it
      let floats = x.map { Float($0) }.filter { abs($0) < 1e3 }
      var (slopes, values) = (floats, floats)
      single(floats.count, &slopes, &values)
      #expect(values == function(floats))
      var (exact, ignored) = (floats.map(Double.init), floats.map(Double.init))
      double(floats.count, &exact, &ignored)
      for (one, value) in zip(exact, slopes) {
        #expect(abs(one - Double(value)) <= units * 0x1p-24, "\(name)'")
      }
    }
  }

  private typealias Backward =
    @Sendable (
      Int, UnsafePointer<Double>?, UnsafeMutablePointer<Double>?
    ) -> Void

  /// Name, kernel, whether it reads the output.
  private static let backwards: [(String, Backward, Bool)] = [
    ("exp", assay_exp_backward_f64, true), ("log", assay_log_backward_f64, false),
    ("tanh", assay_tanh_backward_f64, true), ("sigmoid", assay_sigmoid_backward_f64, true),
    ("softplus", assay_softplus_backward_f64, true), ("silu", assay_silu_backward_f64, false),
    ("erf", assay_erf_backward_f64, false), ("exact_gelu", assay_exact_gelu_backward_f64, false),
    ("sin", assay_sin_backward_f64, false), ("cos", assay_cos_backward_f64, false),
    ("sqrt", assay_sqrt_backward_f64, true), ("reciprocal", assay_reciprocal_backward_f64, true),
  ]

  @Test func backwardKernelsMultiplyByTheCentralDifference() throws {
    let x = (1..<40).map { Double($0) * 0.07 }
    // the error of a central difference is h^2 f''' / 6 + ulp / h, least near h = ulp^(1/3)
    let h = 0x1p-17
    for (name, kernel, fromOutput) in Self.backwards {
      let function = try #require(RealFunction.all.first { $0.description == name })
      let (above, below) = (function(x.map { $0 + h }), function(x.map { $0 - h }))
      var gradient = [Double](repeating: 3, count: x.count)
      kernel(x.count, fromOutput ? function(x) : x, &gradient)
      for index in x.indices {
        let slope = (above[index] - below[index]) / (2 * h)
        // third derivatives reach 6 / x^4 = 2.5e5 for the reciprocal at 0.07
        let tolerance = 3 * (h * h * 6 / pow(x[index], 4) + 16 * 0x1p-52 / h / x[index])
        #expect(abs(gradient[index] - 3 * slope) < tolerance, "\(name)'(\(x[index]))")
      }
    }
  }
}
