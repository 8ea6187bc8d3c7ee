import Autodiff
import Tensors

/// A limit on gradients.
public enum GradientClipping: Codable, Sendable, Equatable {
  /// No limit.
  case none
  /// The Euclidean norm of all gradients together is at most this (Pascanu et al. 2013, algorithm 1;
  /// as torch's `clip_grad_norm_`, which adds 1e-6 to the norm)
  case norm(Double)
  /// No element is further from 0 than this (torch's `clip_grad_value_`)
  case value(Double)

  private static let normOffset = 1e-6

  /// Limits the gradients of `parameters`.
  public func clip<S: Scalar>(_ parameters: [Parameter<S>]) {
    switch self {
    case .none: return
    case .norm(let bound):
      var square = 0.0
      for parameter in parameters {
        square += S.reductions.squareSum(parameter.count, parameter.gradient.start)
      }
      let factor = bound / (square.squareRoot() + Self.normOffset)
      guard factor < 1 else { return }
      for parameter in parameters {
        let gradient = parameter.gradient.start
        S.elements.scale(parameter.count, S(factor), gradient, gradient)
      }
    case .value(let bound):
      for parameter in parameters {
        S.optimisers.clamp(parameter.count, S(bound), parameter.gradient.start)
      }
    }
  }
}
