import CKernels
import COpenBLAS

extension Float: Scalar {
  /// Arithmetic element by element.
  public static let elements = ElementKernels<Float>(
    axpy: assay_axpy_f32, scale: assay_scale_f32, sum: assay_sum_f32,
    multiply: assay_multiply_f32, multiplyAdd: assay_multiply_add_f32,
    scaledDifference: assay_scaled_difference_f32,
    scaledDifferenceAdd: assay_scaled_difference_add_f32, divide: assay_divide_f32,
    affine: assay_affine_f32, power: assay_power_f32, polynomial: assay_polynomial_f32,
    fill: assay_fill_f32)

  /// Sums, accumulated in Double.
  public static let reductions = ReductionKernels<Float>(
    squareSum: assay_square_sum_f32, firstNotFinite: assay_first_not_finite_f32,
    squareDifferenceSum: assay_square_difference_sum_f32,
    rowSums: assay_row_sums_f32, columnSums: assay_column_sums_f32)

  /// Copies to other places.
  public static let moves = MoveKernels<Float>(
    biasRows: assay_bias_rows_f32, biasColumns: assay_bias_columns_f32,
    transpose: assay_transpose_f32, transposeAdd: assay_transpose_add_f32, spread: assay_spread_f32,
    gather: assay_gather_f32, scatterAdd: assay_scatter_add_f32)

  /// Copies and sums along axes.
  public static let axes = AxisKernels<Float>(
    copy: { move, x, y in
      assay_strided_copy_f32(move.extents.count, move.extents, move.from, move.to, x, y)
    },
    add: { move, x, y in
      assay_strided_add_f32(move.extents.count, move.extents, move.from, move.to, x, y)
    },
    sumsAdd: { kept, reduced, x, y in
      var target: UnsafeMutablePointer<Float>? = y
      assay_strided_sums_add_f32(
        kept.extents.count, kept.extents, kept.from, reduced.extents.count, reduced.extents,
        reduced.from, x, &target)
    },
    gatherRows: assay_gather_rows_f32, scatterRowsAdd: assay_scatter_rows_add_f32)

  /// The moves of the spectral layer.
  public static let spectra = SpectrumKernels<Float>(
    pack: assay_spectrum_pack_f32, packDoubled: assay_spectrum_pack_doubled_f32,
    unpack: assay_spectrum_unpack_f32, unpackProducts: assay_spectrum_unpack_products_f32)

  /// Matrix products.
  public static let products = ProductKernels<Float>(
    multiply: { a, b, c, accumulation, scale in
      for index in 0..<c.count {
        cblas_sgemm(
          CblasRowMajor, a.first.transposition, b.first.transposition, blasint(c.first.rows),
          blasint(c.first.columns), blasint(a.first.columns), scale,
          a.first.start + index * a.step, blasint(a.first.stride), b.first.start + index * b.step,
          blasint(b.first.stride), accumulation == .replacing ? 0 : 1,
          c.first.start + index * c.step, blasint(c.first.stride))
      }
    },
    vector: { m, n, a, stride, x, y in
      cblas_sgemv(
        CblasRowMajor, CblasNoTrans, blasint(m), blasint(n), 1, a, blasint(stride), x, 1, 0, y, 1)
    }, portable: assay_multiply_matrices_f32, fused: assay_multiply_fused_f32)
}
