import CKernels
import COpenBLAS
import Tensors

/// A precision that solvers compute in: `Float` and `Double`, nobody else.
///
/// Times, step sizes, coefficients and norms are Double in either.
public protocol SolverScalar: Scalar {
  /// The loops over a state of this precision.
  static var stepping: SteppingKernels<Self> { get }
  /// LU factorisation in this precision.
  static var factorisation: FactorisationKernels<Self> { get }
}

extension Float: SolverScalar {
  /// The 32-bit loops.
  public static var stepping: SteppingKernels<Float> { singlePrecision }
  /// LAPACK's sgetrf and sgetrs.
  public static var factorisation: FactorisationKernels<Float> { singleFactorisation }
}

extension Double: SolverScalar {
  /// The 64-bit loops.
  public static var stepping: SteppingKernels<Double> { doublePrecision }
  /// LAPACK's dgetrf and dgetrs.
  public static var factorisation: FactorisationKernels<Double> { doubleFactorisation }
}

private let singlePrecision = SteppingKernels<Float>(
  combine: { assay_combine_f32($0, $1, $2, $3, $4, $5, $6) },
  scaledSquareSum: { assay_scaled_square_sum_f32($0, $1, $2, $3, $4, $5) },
  scaledMaximum: { assay_scaled_maximum_f32($0, $1, $2, $3, $4, $5) },
  distanceSquare: { assay_distance_square_f32($0, $1, $2) },
  allFinite: { assay_all_finite_f32($0, $1) != 0 },
  errorCotangent: { assay_error_cotangent_f32($0, $1, $2, $3, $4, $5, $6, $7, $8, $9) },
  addProduct: { assay_add_product_f32($0, $1, $2, $3) },
  noiseFactors: { assay_noise_factors_f32($0, $1, $2, $3, $4, $5, $6, $7) })

private let doublePrecision = SteppingKernels<Double>(
  combine: { assay_combine_f64($0, $1, $2, $3, $4, $5, $6) },
  scaledSquareSum: { assay_scaled_square_sum_f64($0, $1, $2, $3, $4, $5) },
  scaledMaximum: { assay_scaled_maximum_f64($0, $1, $2, $3, $4, $5) },
  distanceSquare: { assay_distance_square_f64($0, $1, $2) },
  allFinite: { assay_all_finite_f64($0, $1) != 0 },
  errorCotangent: { assay_error_cotangent_f64($0, $1, $2, $3, $4, $5, $6, $7, $8, $9) },
  addProduct: { assay_add_product_f64($0, $1, $2, $3) },
  noiseFactors: { assay_noise_factors_f64($0, $1, $2, $3, $4, $5, $6, $7) })

private let singleFactorisation = FactorisationKernels<Float>(
  factorise: { size, matrix, pivots in
    var (n, info) = (Int32(size), Int32(0))
    sgetrf_(&n, &n, matrix, &n, pivots, &info)
    return info == 0
  },
  solve: { size, factors, pivots, side in
    var (n, one, info, plain) = (Int32(size), Int32(1), Int32(0), CChar(UInt8(ascii: "N")))
    sgetrs_(&plain, &n, &one, factors, &n, pivots, side, &n, &info)
  })

private let doubleFactorisation = FactorisationKernels<Double>(
  factorise: { size, matrix, pivots in
    var (n, info) = (Int32(size), Int32(0))
    dgetrf_(&n, &n, matrix, &n, pivots, &info)
    return info == 0
  },
  solve: { size, factors, pivots, side in
    var (n, one, info, plain) = (Int32(size), Int32(1), Int32(0), CChar(UInt8(ascii: "N")))
    dgetrs_(&plain, &n, &one, factors, &n, pivots, side, &n, &info)
  })
