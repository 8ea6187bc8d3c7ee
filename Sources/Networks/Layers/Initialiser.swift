import Autodiff
import Randomness

/// How the numbers of a parameter start.
public enum Initialiser: Sendable, Equatable {
  /// Uniform in ± 1 / sqrt(fan-in): torch's default for the weights and biases of linear and
  /// convolution layers.
  case fanIn(Int)
  /// Uniform in [0, upper): the spectral weights of the Fourier neural operator.
  case uniform(upper: Double)

  func fill(_ parameter: Parameter, _ random: RandomStream) {
    var random = random
    let (lower, upper) = bounds
    for index in 0..<parameter.count {
      parameter.value.start[index] = Float(random.uniform(from: lower, to: upper))
    }
  }

  private var bounds: (Double, Double) {
    switch self {
    case .fanIn(let count): (-1 / Double(count).squareRoot(), 1 / Double(count).squareRoot())
    case .uniform(let upper): (0, upper)
    }
  }
}
