import Autodiff
import Tensors

/// Adam (Kingma & Ba 2015, algorithm 1, in the form of `torch.optim.Adam`) over some parameters. A
/// decay λ makes g + λ w of the gradient g.
public struct Adam<S: Scalar>: GradientOptimiser {
  /// The decay of the gradient's mean.
  public static var beta1: Double { 0.9 }
  /// The decay of the squared gradient's mean.
  public static var beta2: Double { 0.999 }
  /// What keeps the quotient finite.
  public static var epsilon: Double { 1e-8 }

  /// The parameters with the means of their gradients and squared gradients.
  public var moments: Moments<S>

  /// An optimiser at rest.
  public init(_ parameters: [Parameter<S>], decay: WeightDecay = .none) {
    self.init(parameters, decay: decay, .coupled)
  }

  init(_ parameters: [Parameter<S>], decay: WeightDecay, _ kind: Moments<S>.DecayKind) {
    moments = Moments(["mean", "square"], of: parameters, decay: decay, kind)
  }

  /// Moves parameter `index` against its gradient.
  public func move(_ index: Int, learningRate: Double) {
    let step = moments.step
    let constants = AdamConstants(
      step: learningRate / (1 - Self.beta1.raised(to: step)), beta1: Self.beta1, beta2: Self.beta2,
      epsilon: Self.epsilon, root: (1 - Self.beta2.raised(to: step)).squareRoot())
    let parameter = moments.parameters[index]
    S.optimisers.adam(
      parameter.count, constants, parameter.gradient.start, moments.values(0, index),
      moments.values(1, index), parameter.value.start)
  }
}
