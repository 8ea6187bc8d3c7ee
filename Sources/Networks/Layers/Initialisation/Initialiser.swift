import Autodiff
import Randomness
import Tensors

/// How the numbers of a parameter start; the rules of papers that lead here are in
/// `Initialiser+Papers.swift`.
public enum Initialiser: Sendable, Equatable {
  /// One number everywhere.
  case constant(Double)
  /// Uniform in ± 1 / sqrt(fan-in): torch's default for the weights and biases of linear and
  /// convolution layers.
  case fanIn(Int)
  /// Uniform in [0, upper): the spectral weights of the Fourier neural operator.
  case uniform(upper: Double)
  /// Uniform in [-bound, bound).
  case symmetric(bound: Double)
  /// Normal with mean 0.
  case normal(deviation: Double)
  /// Normal with mean 0, drawn again beyond two deviations; its own deviation is 0.8796 times the
  /// given one.
  case truncatedNormal(deviation: Double)
  /// `gain` times a matrix of orthonormal rows or columns, whichever are fewer (Saxe et al. 2014); the
  /// first axis of the parameter is the rows.
  case orthogonal(gain: Double)

  func fill<S: Scalar>(_ parameter: Parameter<S>, _ random: RandomStream) {
    var random = random
    if case .orthogonal(let gain) = self {
      let matrix = OrthogonalMatrix.numbers(
        rows: parameter.shape[0], columns: parameter.count / parameter.shape[0], &random)
      return parameter.value.load(matrix.map { S(gain * $0) })
    }
    parameter.value.load((0..<parameter.count).map { _ in S(number(&random)) })
  }

  private func number(_ random: inout RandomStream) -> Double {
    switch self {
    case .constant(let value): return value
    case .fanIn(let count):
      let bound = 1 / Double(count).squareRoot()
      return random.uniform(from: -bound, to: bound)
    case .uniform(let upper): return random.uniform(from: 0, to: upper)
    case .symmetric(let bound): return random.uniform(from: -bound, to: bound)
    case .normal(let deviation): return deviation * random.normal()
    case .truncatedNormal(let deviation):
      var number = random.normal()
      while abs(number) > 2 { number = random.normal() }
      return deviation * number
    case .orthogonal: preconditionFailure("an orthogonal matrix is drawn as a whole")
    }
  }
}
