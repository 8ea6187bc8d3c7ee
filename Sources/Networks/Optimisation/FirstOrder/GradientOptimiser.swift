import Autodiff
import Tensors

/// An optimiser that moves each parameter by a rule of its gradient and some running moments.
public protocol GradientOptimiser<S>: Optimiser {
  /// The parameters, their moments and the number of steps.
  var moments: Moments<S> { get set }
  /// Moves parameter `index` against its gradient.
  func move(_ index: Int, learningRate: Double)
}

extension GradientOptimiser {
  /// Moves every parameter against the gradient that it holds, which the decay may change.
  public mutating func update(learningRate: Double) {
    moments.step += 1
    for index in moments.parameters.indices {
      moments.decay(index, learningRate: learningRate)
      move(index, learningRate: learningRate)
    }
  }

  /// Evaluates once and moves every parameter against its gradient.
  public mutating func step(learningRate: Double, _ evaluate: () -> Double) -> Double {
    let loss = evaluate()
    if loss.isFinite { update(learningRate: learningRate) }
    return loss
  }

  /// The number of steps and the moments.
  public var state: NamedState<S> { moments.state }

  /// Goes on from `state`.
  public mutating func restore(_ state: NamedState<S>) throws {
    try moments.restore(state)
  }
}
