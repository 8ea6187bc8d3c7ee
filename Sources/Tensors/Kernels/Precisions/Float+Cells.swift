import CKernels

extension Float {
  /// Losses of pairs, recurrent cells and dropout.
  public static let layers = LayerKernels<Float>(
    lossSum: lossSum, lossSlope: lossSlope, gruCell: assay_gru_cell_f32,
    gruCellBackward: assay_gru_cell_backward_f32, lstmCell: assay_lstm_cell_f32,
    lstmCellBackward: assay_lstm_cell_backward_f32, dropout: assay_dropout_f32,
    meanRelu: assay_mean_relu_f32, meanReluBackward: assay_mean_relu_backward_f32)

  @Sendable private static func lossSum(
    _ loss: PairLoss, _ count: Int, _ p: UnsafePointer<Float>, _ y: UnsafePointer<Float>
  ) -> Double {
    switch loss {
    case .absolute: assay_absolute_error_sum_f32(count, p, y)
    case .huber(let threshold): assay_huber_sum_f32(count, Float(threshold), p, y)
    case .logistic: assay_logistic_sum_f32(count, p, y)
    }
  }

  @Sendable private static func lossSlope(
    _ loss: PairLoss, _ count: Int, _ factor: Float, _ p: UnsafePointer<Float>,
    _ y: UnsafePointer<Float>, _ slope: UnsafeMutablePointer<Float>
  ) {
    switch loss {
    case .absolute: assay_absolute_error_slope_f32(count, factor, p, y, slope)
    case .huber(let threshold):
      assay_huber_slope_f32(count, Float(threshold), factor, p, y, slope)
    case .logistic: assay_logistic_slope_f32(count, factor, p, y, slope)
    }
  }
}
