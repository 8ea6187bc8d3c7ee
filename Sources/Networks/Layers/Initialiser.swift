import Autodiff
import Randomness
import Tensors

/// How the numbers of a parameter start.
public enum Initialiser: Sendable, Equatable {
  /// Uniform in ± 1 / sqrt(fan-in): torch's default for the weights and biases of linear and
  /// convolution layers.
  case fanIn(Int)
  /// Uniform in [0, upper): the spectral weights of the Fourier neural operator.
  case uniform(upper: Double)
  /// One value: scales and shifts of normalisations.
  case constant(Double)

  func fill<S: Scalar>(_ parameter: Parameter<S>, _ random: RandomStream) {
    if case .constant(let value) = self { return parameter.value.fill(S(value)) }
    var random = random
    let (lower, upper) = bounds
    parameter.value.load(
      (0..<parameter.count).map { _ in S(random.uniform(from: lower, to: upper)) })
  }

  private var bounds: (Double, Double) {
    switch self {
    case .fanIn(let count): (-1 / Double(count).squareRoot(), 1 / Double(count).squareRoot())
    case .uniform(let upper): (0, upper)
    case .constant(let value): (value, value)
    }
  }
}
