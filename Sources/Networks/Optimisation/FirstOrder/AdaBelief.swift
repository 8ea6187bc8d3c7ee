import Autodiff
import CKernels
import Tensors

/// AdaBelief (Zhuang et al. 2020, algorithm 2): Adam with the spread of the gradient about its mean
/// in place of the squared gradient.
///
///     m = β1 m + (1 - β1) g,  s = β2 s + (1 - β2) (g - m)² + ε
///     w -= η / (1 - β1^t) m / (sqrt(s / (1 - β2^t)) + ε)
///
/// The decay is decoupled, as in the authors' experiments.
public struct AdaBelief<S: Scalar>: GradientOptimiser {
  /// The decay of the gradient's mean.
  public static var beta1: Double { 0.9 }
  /// The decay of the spread.
  public static var beta2: Double { 0.999 }
  /// What keeps the quotient finite.
  public static var epsilon: Double { 1e-16 }

  /// The parameters with the means and spreads of their gradients.
  public var moments: Moments<S>

  /// An optimiser at rest.
  public init(_ parameters: [Parameter<S>], decay: WeightDecay = .none) {
    moments = Moments(["mean", "spread"], of: parameters, decay: decay, .decoupled)
  }

  /// Moves parameter `index` against its gradient.
  public func move(_ index: Int, learningRate: Double) {
    let step = moments.step
    let rule = assay_update_rule(
      rate: learningRate / (1 - Self.beta1.raised(to: step)), beta1: Self.beta1,
      complement1: 1 - Self.beta1, beta2: Self.beta2, complement2: 1 - Self.beta2,
      epsilon: Self.epsilon, root: (1 - Self.beta2.raised(to: step)).squareRoot())
    let parameter = moments.parameters[index]
    S.optimisers.adaBelief(
      parameter.count, rule, parameter.gradient.start, moments.values(0, index),
      moments.values(1, index), parameter.value.start)
  }
}
