import CKernels

extension Float {
  /// Steps of optimisers.
  public static let optimisers = OptimiserKernels<Float>(
    adam: adam, momentum: assay_momentum_f32, nesterov: assay_nesterov_f32,
    adaMax: assay_adamax_f32, adaBelief: assay_adabelief_f32, blend: assay_blend_f32,
    clamp: assay_clamp_f32, dot: assay_dot_f32, absoluteSum: assay_absolute_sum_f32,
    largest: assay_largest_f32)

  private static let adam: OptimiserKernels<Float>.Adam = {
    count, k, gradient, means, squares, values in
    let constants = assay_adam_constants_f32(
      step: Float(k.step), beta1: Float(k.beta1), complement1: Float(1 - k.beta1),
      beta2: Float(k.beta2), complement2: Float(1 - k.beta2), epsilon: Float(k.epsilon),
      root: Float(k.root))
    assay_adam_f32(count, constants, gradient, means, squares, values)
  }
}
