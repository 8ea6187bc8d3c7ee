import CKernels

extension Float {
  /// Functions element by element and over rows.
  public static let functions = FunctionKernels<Float>(
    value: mapped, backward: slopes, gelu: assay_gelu_f32,
    geluWithDerivative: assay_gelu_with_derivative_f32,
    siluWithDerivative: assay_silu_with_derivative_f32,
    sinWithDerivative: assay_sin_with_derivative_f32, relu: assay_relu_f32,
    reluBackward: assay_relu_backward_f32,
    softmax: assay_softmax_f32,
    softmaxBackward: assay_softmax_backward_f32, logSoftmax: assay_log_softmax_f32,
    logSoftmaxBackward: assay_log_softmax_backward_f32)

  @Sendable private static func mapped(
    _ function: ElementFunction, _ count: Int, _ x: UnsafePointer<Float>,
    _ y: UnsafeMutablePointer<Float>
  ) {
    switch function {
    case .exp: assay_exp_f32(count, x, y)
    case .log: assay_log_f32(count, x, y)
    case .tanh: assay_tanh_f32(count, x, y)
    case .sigmoid: assay_sigmoid_f32(count, x, y)
    case .softplus: assay_softplus_f32(count, x, y)
    case .silu: assay_silu_f32(count, x, y)
    case .erf: assay_erf_f32(count, x, y)
    case .gelu: assay_exact_gelu_f32(count, x, y)
    case .sin: assay_sin_f32(count, x, y)
    case .cos: assay_cos_f32(count, x, y)
    case .sqrt: assay_sqrt_f32(count, x, y)
    case .reciprocal: assay_reciprocal_f32(count, x, y)
    }
  }

  @Sendable private static func slopes(
    _ function: ElementFunction, _ count: Int, _ from: UnsafePointer<Float>,
    _ gradient: UnsafeMutablePointer<Float>
  ) {
    switch function {
    case .exp: assay_exp_backward_f32(count, from, gradient)
    case .log: assay_log_backward_f32(count, from, gradient)
    case .tanh: assay_tanh_backward_f32(count, from, gradient)
    case .sigmoid: assay_sigmoid_backward_f32(count, from, gradient)
    case .softplus: assay_softplus_backward_f32(count, from, gradient)
    case .silu: assay_silu_backward_f32(count, from, gradient)
    case .erf: assay_erf_backward_f32(count, from, gradient)
    case .gelu: assay_exact_gelu_backward_f32(count, from, gradient)
    case .sin: assay_sin_backward_f32(count, from, gradient)
    case .cos: assay_cos_backward_f32(count, from, gradient)
    case .sqrt: assay_sqrt_backward_f32(count, from, gradient)
    case .reciprocal: assay_reciprocal_backward_f32(count, from, gradient)
    }
  }
}
