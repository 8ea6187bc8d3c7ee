import Autodiff
import Tensors

/// An optimiser that moves each parameter by a rule of its gradient and some running moments.
public protocol GradientOptimiser<S>: Optimiser {
  /// The parameters, their moments and the number of steps.
  var moments: Moments<S> { get set }
  /// Moves the elements of `stretch` against their gradients, each by itself.
  func move(_ stretch: ParameterStretch<S>, learningRate: Double)
}

extension GradientOptimiser {
  /// Moves every parameter against the gradient that it holds, which the decay may change.
  public mutating func update(learningRate: Double) {
    moments.step += 1
    guard let team = moments.team else { return update(part: 0, of: 1, learningRate) }
    team.run { thread in update(part: thread, of: team.count, learningRate) }
  }

  private func update(part: Int, of parts: Int, _ learningRate: Double) {
    for parameter in moments.parameters.indices {
      let stretch = moments.stretch(part, of: parts, of: parameter)
      moments.decay(stretch, learningRate: learningRate)
      move(stretch, learningRate: learningRate)
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
