import CKernels

extension Double {
  /// Steps of optimisers.
  public static let optimisers = OptimiserKernels<Double>(
    adam: adam, momentum: assay_momentum_f64, nesterov: assay_nesterov_f64,
    adaMax: assay_adamax_f64, adaBelief: assay_adabelief_f64, blend: assay_blend_f64,
    clamp: assay_clamp_f64, dot: assay_dot_f64, absoluteSum: assay_absolute_sum_f64,
    largest: assay_largest_f64)

  private static let adam: OptimiserKernels<Double>.Adam = {
    count, k, gradient, means, squares, values in
    let constants = assay_adam_constants_f64(
      step: Double(k.step), beta1: Double(k.beta1), complement1: Double(1 - k.beta1),
      beta2: Double(k.beta2), complement2: Double(1 - k.beta2), epsilon: Double(k.epsilon),
      root: Double(k.root))
    assay_adam_f64(count, constants, gradient, means, squares, values)
  }
}
