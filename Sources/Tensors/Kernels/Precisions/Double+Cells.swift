import CKernels

extension Double {
  /// Losses of pairs, recurrent cells and dropout.
  public static let layers = LayerKernels<Double>(
    lossSum: lossSum, lossSlope: lossSlope, gruCell: assay_gru_cell_f64,
    gruCellBackward: assay_gru_cell_backward_f64, lstmCell: assay_lstm_cell_f64,
    lstmCellBackward: assay_lstm_cell_backward_f64, dropout: assay_dropout_f64,
    meanRelu: assay_mean_relu_f64, meanReluBackward: assay_mean_relu_backward_f64)

  @Sendable private static func lossSum(
    _ loss: PairLoss, _ count: Int, _ p: UnsafePointer<Double>, _ y: UnsafePointer<Double>
  ) -> Double {
    switch loss {
    case .absolute: assay_absolute_error_sum_f64(count, p, y)
    case .huber(let threshold): assay_huber_sum_f64(count, Double(threshold), p, y)
    case .logistic: assay_logistic_sum_f64(count, p, y)
    }
  }

  @Sendable private static func lossSlope(
    _ loss: PairLoss, _ count: Int, _ factor: Double, _ p: UnsafePointer<Double>,
    _ y: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>
  ) {
    switch loss {
    case .absolute: assay_absolute_error_slope_f64(count, factor, p, y, slope)
    case .huber(let threshold):
      assay_huber_slope_f64(count, Double(threshold), factor, p, y, slope)
    case .logistic: assay_logistic_slope_f64(count, factor, p, y, slope)
    }
  }
}
