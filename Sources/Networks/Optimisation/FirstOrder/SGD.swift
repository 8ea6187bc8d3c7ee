import Autodiff
import CKernels
import Tensors

/// Gradient descent with momentum in the form of `torch.optim.SGD`:
///
///     v = μ v + g,  w -= η v           heavy ball (Polyak 1964)
///     v = μ v + g,  w -= η (g + μ v)   Nesterov (Sutskever et al. 2013, section 2)
///
/// Without momentum w -= η g. A decay λ makes g + λ w of g.
public struct SGD<S: Scalar>: GradientOptimiser {
  /// Where the velocity looks.
  public enum Momentum: Sendable, Equatable {
    /// No momentum.
    case none
    /// Heavy ball with this μ.
    case heavyBall(Double)
    /// Nesterov's with this μ.
    case nesterov(Double)
  }

  /// The parameters and their velocities.
  public var moments: Moments<S>
  private let momentum: Momentum

  /// An optimiser at rest.
  public init(
    _ parameters: [Parameter<S>], momentum: Momentum = .none, decay: WeightDecay = .none
  ) {
    self.momentum = momentum
    moments = Moments(
      momentum == .none ? [] : ["velocity"], of: parameters, decay: decay, .coupled)
  }

  /// Moves the elements of `stretch` against their gradients.
  public func move(_ stretch: ParameterStretch<S>, learningRate: Double) {
    let (count, gradient, value) = (stretch.count, stretch.gradient, stretch.value)
    switch momentum {
    case .none:
      S.elements.axpy(count, S(-learningRate), gradient, value)
    case .heavyBall(let mu):
      let rule = assay_update_rule(rate: learningRate, momentum: mu)
      S.optimisers.momentum(count, rule, gradient, moments.values(0, stretch), value)
    case .nesterov(let mu):
      let rule = assay_update_rule(rate: learningRate, momentum: mu)
      S.optimisers.nesterov(count, rule, gradient, moments.values(0, stretch), value)
    }
  }
}

extension assay_update_rule {
  fileprivate init(rate: Double, momentum: Double) {
    self.init()
    self.rate = rate
    beta1 = momentum
  }
}
