import CKernels

extension Double {
  /// Functions element by element and over rows.
  public static let functions = FunctionKernels<Double>(
    value: mapped, backward: slopes, gelu: assay_exact_gelu_f64,
    geluWithDerivative: assay_exact_gelu_with_derivative_f64,
    siluWithDerivative: assay_silu_with_derivative_f64,
    sinWithDerivative: assay_sin_with_derivative_f64, relu: assay_relu_f64,
    reluBackward: assay_relu_backward_f64,
    softmax: assay_softmax_f64,
    softmaxBackward: assay_softmax_backward_f64, logSoftmax: assay_log_softmax_f64,
    logSoftmaxBackward: assay_log_softmax_backward_f64)

  @Sendable private static func mapped(
    _ function: ElementFunction, _ count: Int, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    switch function {
    case .exp: assay_exp_f64(count, x, y)
    case .log: assay_log_f64(count, x, y)
    case .tanh: assay_tanh_f64(count, x, y)
    case .sigmoid: assay_sigmoid_f64(count, x, y)
    case .softplus: assay_softplus_f64(count, x, y)
    case .silu: assay_silu_f64(count, x, y)
    case .erf: assay_erf_f64(count, x, y)
    case .gelu: assay_exact_gelu_f64(count, x, y)
    case .sin: assay_sin_f64(count, x, y)
    case .cos: assay_cos_f64(count, x, y)
    case .sqrt: assay_sqrt_f64(count, x, y)
    case .reciprocal: assay_reciprocal_f64(count, x, y)
    }
  }

  @Sendable private static func slopes(
    _ function: ElementFunction, _ count: Int, _ from: UnsafePointer<Double>,
    _ gradient: UnsafeMutablePointer<Double>
  ) {
    switch function {
    case .exp: assay_exp_backward_f64(count, from, gradient)
    case .log: assay_log_backward_f64(count, from, gradient)
    case .tanh: assay_tanh_backward_f64(count, from, gradient)
    case .sigmoid: assay_sigmoid_backward_f64(count, from, gradient)
    case .softplus: assay_softplus_backward_f64(count, from, gradient)
    case .silu: assay_silu_backward_f64(count, from, gradient)
    case .erf: assay_erf_backward_f64(count, from, gradient)
    case .gelu: assay_exact_gelu_backward_f64(count, from, gradient)
    case .sin: assay_sin_backward_f64(count, from, gradient)
    case .cos: assay_cos_backward_f64(count, from, gradient)
    case .sqrt: assay_sqrt_backward_f64(count, from, gradient)
    case .reciprocal: assay_reciprocal_backward_f64(count, from, gradient)
    }
  }
}
