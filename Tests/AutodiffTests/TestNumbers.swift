import Autodiff
import Randomness
import Tensors

/// Random numbers for the tests of tapes in Float.
enum TestNumbers {
  /// A parameter of random numbers in ± `size`.
  static func parameter(_ name: String, _ shape: [Int], size: Double = 1) -> Parameter<Float> {
    var stream = RandomStream(seed: 12).stream(name)
    let parameter = Parameter<Float>(name: name, shape: shape)
    parameter.value.load(
      (0..<parameter.count).map { _ in Float(stream.uniform(from: -size, to: size)) })
    return parameter
  }

  /// A tensor of random numbers in `lower` ..< `upper`.
  static func tensor(_ name: String, _ shape: [Int], from lower: Double = -1, to upper: Double = 1)
    -> Tensor
  {
    var stream = RandomStream(seed: 13).stream(name)
    return Tensor(
      shape: shape,
      values: (0..<shape.reduce(1, *)).map { _ in Float(stream.uniform(from: lower, to: upper)) })
  }
}
