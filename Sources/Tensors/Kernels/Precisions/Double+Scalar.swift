import CKernels
import COpenBLAS

extension Double: Scalar {
  /// Arithmetic element by element.
  public static let elements = ElementKernels<Double>(
    axpy: assay_axpy_f64, scale: assay_scale_f64, sum: assay_sum_f64,
    multiply: assay_multiply_f64, multiplyAdd: assay_multiply_add_f64,
    scaledDifference: assay_scaled_difference_f64,
    scaledDifferenceAdd: assay_scaled_difference_add_f64, divide: assay_divide_f64,
    affine: assay_affine_f64, power: assay_power_f64, polynomial: assay_polynomial_f64,
    fill: assay_fill_f64)

  /// Sums, accumulated in Double.
  public static let reductions = ReductionKernels<Double>(
    squareSum: assay_square_sum_f64, firstNotFinite: assay_first_not_finite_f64,
    squareDifferenceSum: assay_square_difference_sum_f64,
    rowSums: assay_row_sums_f64, columnSums: assay_column_sums_f64)

  /// Copies to other places.
  public static let moves = MoveKernels<Double>(
    biasRows: assay_bias_rows_f64, biasColumns: assay_bias_columns_f64,
    transpose: assay_transpose_f64, transposeAdd: assay_transpose_add_f64, spread: assay_spread_f64,
    gather: assay_gather_f64, scatterAdd: assay_scatter_add_f64)

  /// Copies and sums along axes.
  public static let axes = AxisKernels<Double>(
    copy: { move, x, y in
      assay_strided_copy_f64(move.extents.count, move.extents, move.from, move.to, x, y)
    },
    add: { move, x, y in
      assay_strided_add_f64(move.extents.count, move.extents, move.from, move.to, x, y)
    },
    sumsAdd: { kept, reduced, x, y in
      var target: UnsafeMutablePointer<Double>? = y
      assay_strided_sums_add_f64(
        kept.extents.count, kept.extents, kept.from, reduced.extents.count, reduced.extents,
        reduced.from, x, &target)
    },
    gatherRows: assay_gather_rows_f64, scatterRowsAdd: assay_scatter_rows_add_f64)

  /// The moves of the spectral layer.
  public static let spectra = SpectrumKernels<Double>(
    pack: assay_spectrum_pack_f64, packDoubled: assay_spectrum_pack_doubled_f64,
    unpack: assay_spectrum_unpack_f64, unpackProducts: assay_spectrum_unpack_products_f64)

  /// Matrix products.
  public static let products = ProductKernels<Double>(
    multiply: { a, b, c, accumulation, scale in
      for index in 0..<c.count {
        cblas_dgemm(
          CblasRowMajor, a.first.transposition, b.first.transposition, blasint(c.first.rows),
          blasint(c.first.columns), blasint(a.first.columns), scale,
          a.first.start + index * a.step, blasint(a.first.stride), b.first.start + index * b.step,
          blasint(b.first.stride), accumulation == .replacing ? 0 : 1,
          c.first.start + index * c.step, blasint(c.first.stride))
      }
    },
    vector: { m, n, a, stride, x, y in
      cblas_dgemv(
        CblasRowMajor, CblasNoTrans, blasint(m), blasint(n), 1, a, blasint(stride), x, 1, 0, y, 1)
    }, portable: assay_multiply_matrices_f64, fused: assay_multiply_fused_f64)
}
