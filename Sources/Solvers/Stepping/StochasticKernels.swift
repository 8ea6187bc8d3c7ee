import CKernels

/// The loops over flat states that a stochastic step and its reverse are made of, in one precision
/// (formulas: `CKernels/include/CKernelsStochastic.h`).
public struct StochasticKernels<S>: Sendable {
  typealias Values = UnsafePointer<S>
  typealias Target = UnsafeMutablePointer<S>
  typealias Terms = UnsafePointer<UnsafePointer<S>?>
  typealias Numbers = UnsafePointer<Double>

  /// count, earlier stages, h, rows, y, I₍₁,₀₎ / h, k, g, the arguments of drift and diffusion
  let stage:
    @Sendable (Int, Int, Double, Numbers, Values, Values, Terms, Terms, Target, Target) -> Void
  /// count, stages, h, weights, y, k, g, factors, new state, error
  let result:
    @Sendable (Int, Int, Double, Numbers, Values, Terms, Terms, Terms, Target, Target) -> Void
  /// count, later stages, h, weights, cotangents of the new state and of the error (nil: zero),
  /// factors, cotangents of the later arguments of drift and diffusion, those of k and g
  let cotangents:
    @Sendable (
      Int, Int, Double, Numbers, Values, Values?, Terms, Terms, Terms, Target, Target
    ) -> Void
  /// count, f₀, f₁, g₀, g₁, result
  let change: @Sendable (Int, Values, Values, Values, Values, Target) -> Void
}

extension Float {
  /// The 32-bit loops of a stochastic step.
  public static var stochastic: StochasticKernels<Float> { singlePrecision }
}

extension Double {
  /// The 64-bit loops of a stochastic step.
  public static var stochastic: StochasticKernels<Double> { doublePrecision }
}

private let singlePrecision = StochasticKernels<Float>(
  stage: { assay_stochastic_stage_f32($0, $1, $2, $3, $4, $5, $6, $7, $8, $9) },
  result: { assay_stochastic_result_f32($0, $1, $2, $3, $4, $5, $6, $7, $8, $9) },
  cotangents: { assay_stochastic_cotangents_f32($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) },
  change: { assay_stochastic_change_f32($0, $1, $2, $3, $4, $5) })

private let doublePrecision = StochasticKernels<Double>(
  stage: { assay_stochastic_stage_f64($0, $1, $2, $3, $4, $5, $6, $7, $8, $9) },
  result: { assay_stochastic_result_f64($0, $1, $2, $3, $4, $5, $6, $7, $8, $9) },
  cotangents: { assay_stochastic_cotangents_f64($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) },
  change: { assay_stochastic_change_f64($0, $1, $2, $3, $4, $5) })
