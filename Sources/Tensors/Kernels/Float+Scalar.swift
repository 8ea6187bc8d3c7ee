import CKernels
import COpenBLAS

extension Float: Scalar {
  /// Arithmetic element by element.
  public static let elements = ElementKernels<Float>(
    axpy: assay_axpy_f32, scale: assay_scale_f32, sum: assay_sum_f32,
    multiply: assay_multiply_f32, multiplyAdd: assay_multiply_add_f32,
    scaledDifference: assay_scaled_difference_f32,
    scaledDifferenceAdd: assay_scaled_difference_add_f32, fill: assay_fill_f32)

  /// Sums, accumulated in Double.
  public static let reductions = ReductionKernels<Float>(
    squareSum: assay_square_sum_f32, squareDifferenceSum: assay_square_difference_sum_f32,
    rowSums: assay_row_sums_f32, columnSums: assay_column_sums_f32)

  /// Functions element by element.
  public static let functions = FunctionKernels<Float>(
    relu: assay_relu_f32, reluBackward: assay_relu_backward_f32, gelu: assay_gelu_f32,
    geluWithDerivative: assay_gelu_with_derivative_f32)

  /// Copies to other places.
  public static let moves = MoveKernels<Float>(
    biasRows: assay_bias_rows_f32, biasColumns: assay_bias_columns_f32,
    transpose: assay_transpose_f32, transposeAdd: assay_transpose_add_f32, spread: assay_spread_f32,
    gather: assay_gather_f32, scatterAdd: assay_scatter_add_f32)

  /// The moves of the spectral layer.
  public static let spectra = SpectrumKernels<Float>(
    pack: assay_spectrum_pack_f32, packDoubled: assay_spectrum_pack_doubled_f32,
    unpack: assay_spectrum_unpack_f32, unpackProducts: assay_spectrum_unpack_products_f32)

  /// Matrix products.
  public static let products = ProductKernels<Float>(
    multiply: { a, b, destination, accumulation, scale in
      cblas_sgemm(
        CblasRowMajor, a.transposition, b.transposition, blasint(a.rows), blasint(b.columns),
        blasint(a.columns), scale, a.start, blasint(a.stride), b.start, blasint(b.stride),
        accumulation == .replacing ? 0 : 1, destination.start, blasint(destination.stride))
    })
}
