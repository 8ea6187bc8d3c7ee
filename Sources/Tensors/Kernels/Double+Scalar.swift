import CKernels
import COpenBLAS

extension Double: Scalar {
  /// Arithmetic element by element.
  public static let elements = ElementKernels<Double>(
    axpy: assay_axpy_f64, scale: assay_scale_f64, sum: assay_sum_f64,
    multiply: assay_multiply_f64, multiplyAdd: assay_multiply_add_f64,
    scaledDifference: assay_scaled_difference_f64,
    scaledDifferenceAdd: assay_scaled_difference_add_f64, fill: assay_fill_f64)

  /// Sums, accumulated in Double.
  public static let reductions = ReductionKernels<Double>(
    squareSum: assay_square_sum_f64, squareDifferenceSum: assay_square_difference_sum_f64,
    rowSums: assay_row_sums_f64, columnSums: assay_column_sums_f64)

  /// Functions element by element.
  public static let functions = FunctionKernels<Double>(
    relu: assay_relu_f64, reluBackward: assay_relu_backward_f64, gelu: assay_gelu_f64,
    geluWithDerivative: assay_gelu_with_derivative_f64)

  /// Copies to other places.
  public static let moves = MoveKernels<Double>(
    biasRows: assay_bias_rows_f64, biasColumns: assay_bias_columns_f64,
    transpose: assay_transpose_f64, transposeAdd: assay_transpose_add_f64, spread: assay_spread_f64,
    gather: assay_gather_f64, scatterAdd: assay_scatter_add_f64)

  /// The moves of the spectral layer.
  public static let spectra = SpectrumKernels<Double>(
    pack: assay_spectrum_pack_f64, packDoubled: assay_spectrum_pack_doubled_f64,
    unpack: assay_spectrum_unpack_f64, unpackProducts: assay_spectrum_unpack_products_f64)

  /// Matrix products.
  public static let products = ProductKernels<Double>(
    multiply: { a, b, destination, accumulation, scale in
      cblas_dgemm(
        CblasRowMajor, a.transposition, b.transposition, blasint(a.rows), blasint(b.columns),
        blasint(a.columns), scale, a.start, blasint(a.stride), b.start, blasint(b.stride),
        accumulation == .replacing ? 0 : 1, destination.start, blasint(destination.stride))
    })
}
