import CKernels
import Tensors

/// A precision that solvers compute in: `Float` and `Double`, nobody else.
///
/// Times, step sizes, coefficients and norms are Double in either.
public protocol SolverScalar: Scalar {
  /// The loops over a state of this precision.
  static var stepping: SteppingKernels<Self> { get }
  /// The loops of a stochastic step.
  static var stochastic: StochasticKernels<Self> { get }
  /// Factorisations of matrices of this precision, in place.
  static var factorisation: FactorisationKernels<Self> { get }
}

extension Float: SolverScalar {
  /// The 32-bit loops.
  public static var stepping: SteppingKernels<Float> { singlePrecision }
  /// LAPACK in 32 bits.
  public static var factorisation: FactorisationKernels<Float> { .single }
}

extension Double: SolverScalar {
  /// The 64-bit loops.
  public static var stepping: SteppingKernels<Double> { doublePrecision }
  /// LAPACK in 64 bits.
  public static var factorisation: FactorisationKernels<Double> { .double }
}

private let singlePrecision = SteppingKernels<Float>(
  combine: { assay_combine_f32($0, $1, $2, $3, $4, $5, $6) },
  scaledSquareSum: { assay_scaled_square_sum_f32($0, $1, $2, $3, $4, $5) },
  scaledMaximum: { assay_scaled_maximum_f32($0, $1, $2, $3, $4, $5) },
  allFinite: { assay_all_finite_f32($0, $1) != 0 },
  errorCotangent: { assay_error_cotangent_f32($0, $1, $2, $3, $4, $5, $6, $7, $8, $9) },
  noiseFactors: { assay_noise_factors_f32($0, $1, $2, $3, $4, $5, $6, $7) })

private let doublePrecision = SteppingKernels<Double>(
  combine: { assay_combine_f64($0, $1, $2, $3, $4, $5, $6) },
  scaledSquareSum: { assay_scaled_square_sum_f64($0, $1, $2, $3, $4, $5) },
  scaledMaximum: { assay_scaled_maximum_f64($0, $1, $2, $3, $4, $5) },
  allFinite: { assay_all_finite_f64($0, $1) != 0 },
  errorCotangent: { assay_error_cotangent_f64($0, $1, $2, $3, $4, $5, $6, $7, $8, $9) },
  noiseFactors: { assay_noise_factors_f64($0, $1, $2, $3, $4, $5, $6, $7) })
