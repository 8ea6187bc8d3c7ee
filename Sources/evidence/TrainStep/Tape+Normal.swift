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
}
