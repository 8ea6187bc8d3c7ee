/// The loops over flat states that a step is made of, in one precision
/// (formulas: `CKernels/include/CKernelsSolvers.h`).
public struct SteppingKernels<S>: Sendable {
  typealias Values = UnsafePointer<S>
  typealias Target = UnsafeMutablePointer<S>
  typealias Terms = UnsafePointer<UnsafePointer<S>?>

  /// count, terms, base (nil: zero), h, weights, terms, result: result = base + h Σ wⱼ termⱼ
  let combine: @Sendable (Int, Int, Values?, Double, UnsafePointer<Double>, Terms, Target) -> Void
  /// count, error, u, v, absolute, relative tolerance: the sum of squares of scaled errors
  let scaledSquareSum: @Sendable (Int, Values, Values, Values, Double, Double) -> Double
  /// as before: the largest scaled error
  let scaledMaximum: @Sendable (Int, Values, Values, Values, Double, Double) -> Double
  /// count, values
  let allFinite: @Sendable (Int, Values) -> Bool
  /// count, factor, error, u, v, tolerances, and the cotangents of error (set), u and v (added to)
  let errorCotangent:
    @Sendable (
      Int, Double, Values, Values, Values, Double, Double, Target, Target, Target
    ) -> Void
  /// count, h, I₍₁₎, I₍₁,₀₎, and the four factors of a stochastic Runge-Kutta step
  let noiseFactors:
    @Sendable (
      Int, Double, UnsafePointer<Double>, UnsafePointer<Double>, Target, Target, Target, Target
    ) -> Void
}

extension SteppingKernels {
  /// result = base (nil: zero) + `factor` · x, of `count` numbers.
  func add(
    _ count: Int, _ factor: Double, _ x: Values?, to base: Values?, into result: Target
  ) {
    withUnsafePointer(to: x) { terms in
      withUnsafePointer(to: 1.0) { combine(count, 1, base, factor, $0, terms, result) }
    }
  }
}
