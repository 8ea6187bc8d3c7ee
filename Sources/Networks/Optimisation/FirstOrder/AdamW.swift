import Autodiff
import Tensors

/// Adam with decoupled decay (Loshchilov & Hutter 2019, algorithm 2, in the form of
/// `torch.optim.AdamW`, which scales the decay by the learning rate): w <- (1 - η λ) w, then Adam.
public struct AdamW<S: Scalar>: GradientOptimiser {
  private var adam: Adam<S>

  /// The parameters with the means of their gradients and squared gradients.
  public var moments: Moments<S> {
    get { adam.moments }
    set { adam.moments = newValue }
  }

  /// An optimiser at rest.
  public init(_ parameters: [Parameter<S>], decay: WeightDecay) {
    adam = Adam(parameters, decay: decay, .decoupled)
  }

  /// Moves the elements of `stretch` against their gradients.
  public func move(_ stretch: ParameterStretch<S>, learningRate: Double) {
    adam.move(stretch, learningRate: learningRate)
  }
}
