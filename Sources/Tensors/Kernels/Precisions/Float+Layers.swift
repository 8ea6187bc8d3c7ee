import CKernels

extension Float {
  /// Convolutions.
  public static let convolutions = ConvolutionKernels<Float>(
    scratchCount: assay_convolution_scratch_f32, forward: assay_convolution_forward_f32,
    backwardData: assay_convolution_backward_data_f32,
    backwardWeights: assay_convolution_backward_weights_f32)

  /// Pooling and resampling.
  public static let pools = PoolingKernels<Float>(
    max: assay_max_pool_f32, maxBackward: assay_max_pool_backward_f32,
    average: assay_average_pool_f32, averageBackward: assay_average_pool_backward_f32,
    resample: assay_resample_f32, resampleBackward: assay_resample_backward_f32,
    tilesJoin: assay_tiles_join_f32, tilesPart: assay_tiles_part_f32)

  /// Normalisation.
  public static let normalisations = NormalisationKernels<Float>(
    moments: assay_norm_moments_f32, coefficients: assay_norm_coefficients_f32,
    planes: assay_norm_planes_f32, sums: assay_norm_sums_f32, slopes: assay_norm_slopes_f32,
    planesBackward: assay_norm_planes_backward_f32, rows: assay_norm_rows_f32,
    rowsBackward: assay_norm_rows_backward_f32, track: assay_norm_track_f32,
    widen: assay_norm_widen_f32)
}
