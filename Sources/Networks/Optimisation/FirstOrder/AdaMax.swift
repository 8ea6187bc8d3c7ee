import Autodiff
import CKernels
import Tensors

/// AdaMax (Kingma & Ba 2015, algorithm 2, in the form of `torch.optim.Adamax`, which adds ε to |g|):
///
///     m = β1 m + (1 - β1) g,  u = max(β2 u, |g| + ε),  w -= η / (1 - β1^t) m / u
///
/// A decay λ makes g + λ w of g.
public struct AdaMax<S: Scalar>: GradientOptimiser {
  /// The decay of the gradient's mean.
  public static var beta1: Double { 0.9 }
  /// The decay of the gradient's size.
  public static var beta2: Double { 0.999 }
  /// What keeps the quotient finite.
  public static var epsilon: Double { 1e-8 }

  /// The parameters with the means and sizes of their gradients.
  public var moments: Moments<S>

  /// An optimiser at rest.
  public init(_ parameters: [Parameter<S>], decay: WeightDecay = .none) {
    moments = Moments(["mean", "size"], of: parameters, decay: decay, .coupled)
  }

  /// Moves parameter `index` against its gradient.
  public func move(_ index: Int, learningRate: Double) {
    let rule = assay_update_rule(
      rate: learningRate / (1 - Self.beta1.raised(to: moments.step)), beta1: Self.beta1,
      complement1: 1 - Self.beta1, beta2: Self.beta2, complement2: 1 - Self.beta2,
      epsilon: Self.epsilon, root: 1)
    let parameter = moments.parameters[index]
    S.optimisers.adaMax(
      parameter.count, rule, parameter.gradient.start, moments.values(0, index),
      moments.values(1, index), parameter.value.start)
  }
}
