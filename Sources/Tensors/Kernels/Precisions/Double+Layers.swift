import CKernels

extension Double {
  /// Convolutions.
  public static let convolutions = ConvolutionKernels<Double>(
    scratchCount: assay_convolution_scratch_f64, forward: assay_convolution_forward_f64,
    backwardData: assay_convolution_backward_data_f64,
    backwardWeights: assay_convolution_backward_weights_f64)

  /// Pooling and resampling.
  public static let pools = PoolingKernels<Double>(
    max: assay_max_pool_f64, maxBackward: assay_max_pool_backward_f64,
    average: assay_average_pool_f64, averageBackward: assay_average_pool_backward_f64,
    resample: assay_resample_f64, resampleBackward: assay_resample_backward_f64,
    tilesJoin: assay_tiles_join_f64, tilesPart: assay_tiles_part_f64)

  /// Normalisation.
  public static let normalisations = NormalisationKernels<Double>(
    moments: assay_norm_moments_f64, coefficients: assay_norm_coefficients_f64,
    planes: assay_norm_planes_f64, sums: assay_norm_sums_f64, slopes: assay_norm_slopes_f64,
    planesBackward: assay_norm_planes_backward_f64, rows: assay_norm_rows_f64,
    rowsBackward: assay_norm_rows_backward_f64, track: assay_norm_track_f64,
    widen: assay_norm_widen_f64)
}
