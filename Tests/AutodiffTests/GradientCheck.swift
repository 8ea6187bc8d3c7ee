import Autodiff
import Randomness
import Tensors

/// Compares gradients with central differences along random directions.
///
/// With f evaluated in Float (unit roundoff u = 6e-8) and h = 1/32, the rounding error of
/// (f(+h) - f(-h)) / 2h is about 32 u |f| and the truncation error h²/6 f''' is below 2e-4 for the
/// smooth operations, so errors beyond 2e-3 of the sizes involved are mistakes.
struct GradientCheck {
  static let step: Float = 1 / 32
  static let tolerance = 2e-3

  /// The largest error over `parameters` and four directions each, relative to the sizes involved.
  static func worstError(
    _ parameters: [Parameter<Float>], _ record: (Tape<Float>) -> Variable<Float>
  ) -> Double {
    let tape = Tape<Float>(.training)
    let y = record(tape)
    var stream = RandomStream(seed: 11).stream("check")
    let seed = (0..<y.count).map { _ in Float(stream.uniform(from: -1, to: 1)) }
    func objective() -> Double {
      tape.forward()
      return zip(y.tensor.values, seed).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    }
    var worst = 0.0
    for parameter in parameters {
      for _ in 0..<4 {
        let direction = (0..<parameter.count).map { _ in Float(stream.uniform(from: -1, to: 1)) }
        tape.forward()
        tape.backward(from: y, seed: seed)
        let terms = zip(parameter.gradient.values, direction).map { Double($0) * Double($1) }
        let start = parameter.value.values
        parameter.value.load(zip(start, direction).map { $0 + step * $1 })
        let above = objective()
        parameter.value.load(zip(start, direction).map { $0 - step * $1 })
        let below = objective()
        parameter.value.load(start)
        let difference = (above - below) / (2 * Double(step))
        let size = terms.map { $0 * $0 }.reduce(0, +).squareRoot() + 1e-3 * abs(above)
        worst = max(worst, abs(difference - terms.reduce(0, +)) / size)
      }
    }
    return worst
  }

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
