import Autodiff
import CKernels
import Foundation
import Tensors

/// Adam (Kingma & Ba 2015, algorithm 1, in the form of `torch.optim.Adam`) over some parameters.
public struct Adam {
  /// The decay of the gradient's mean.
  public static let beta1 = 0.9
  /// The decay of the squared gradient's mean.
  public static let beta2 = 0.999
  /// What keeps the quotient finite.
  public static let epsilon = 1e-8

  private let parameters: [Parameter]
  private let means: [FloatBuffer]
  private let squares: [FloatBuffer]
  private var step = 0

  /// An optimiser at rest.
  public init(_ parameters: [Parameter]) {
    self.parameters = parameters
    means = parameters.map { FloatBuffer(count: $0.count) }
    squares = parameters.map { FloatBuffer(count: $0.count) }
  }

  /// Moves every parameter against its gradient.
  public mutating func update(learningRate: Double) {
    step += 1
    let constants = assay_adam_constants(
      step: Float(learningRate / (1 - pow(Self.beta1, Double(step)))),
      beta1: Float(Self.beta1), complement1: Float(1 - Self.beta1), beta2: Float(Self.beta2),
      complement2: Float(1 - Self.beta2), epsilon: Float(Self.epsilon),
      root: Float((1 - pow(Self.beta2, Double(step))).squareRoot()))
    for (index, parameter) in parameters.enumerated() {
      assay_adam(
        parameter.count, constants, parameter.gradient.start, means[index].start,
        squares[index].start, parameter.value.start)
    }
  }
}
