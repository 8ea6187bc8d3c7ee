import Autodiff
import Randomness
import Tensors

extension Tape<Float> {
  /// A constant of standard normal numbers.
  func normal(_ shape: [Int], _ random: RandomStream) -> Variable<Float> {
    var random = random
    let values = (0..<shape.reduce(1, *)).map { _ in Float(random.normal()) }
    return constant(Tensor(shape: shape, values: values))
  }
  /// A constant of numbers uniform in [0, 1).
  func uniform(_ shape: [Int], _ random: RandomStream) -> Variable<Float> {
    var random = random
    let values = (0..<shape.reduce(1, *)).map { _ in Float(random.uniform()) }
    return constant(Tensor(shape: shape, values: values))
  }
}
