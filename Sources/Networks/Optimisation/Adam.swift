import Autodiff
import Foundation
import Tensors

/// Adam (Kingma & Ba 2015, algorithm 1, in the form of `torch.optim.Adam`) over some parameters.
public struct Adam<S: Scalar> {
  /// The decay of the gradient's mean.
  public static var beta1: Double { 0.9 }
  /// The decay of the squared gradient's mean.
  public static var beta2: Double { 0.999 }
  /// What keeps the quotient finite.
  public static var epsilon: Double { 1e-8 }

  private let parameters: [Parameter<S>]
  private let means: [Buffer<S>]
  private let squares: [Buffer<S>]
  private var step = 0

  /// An optimiser at rest.
  public init(_ parameters: [Parameter<S>]) {
    self.parameters = parameters
    means = parameters.map { Buffer<S>(count: $0.count) }
    squares = parameters.map { Buffer<S>(count: $0.count) }
  }

  /// Moves every parameter against its gradient.
  public mutating func update(learningRate: Double) {
    step += 1
    let constants = AdamConstants(
      step: learningRate / (1 - pow(Self.beta1, Double(step))), beta1: Self.beta1,
      beta2: Self.beta2, epsilon: Self.epsilon,
      root: (1 - pow(Self.beta2, Double(step))).squareRoot())
    for (index, parameter) in parameters.enumerated() {
      S.optimisers.adam(
        parameter.count, constants, parameter.gradient.start, means[index].start,
        squares[index].start, parameter.value.start)
    }
  }
}
