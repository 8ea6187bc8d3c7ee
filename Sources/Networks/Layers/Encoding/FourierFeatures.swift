import Autodiff
import Randomness
import Tensors

/// y = [cos(2π B x), sin(2π B x)] with fixed random frequencies B (Tancik et al. 2020, section 6.1:
/// Gaussian mapping), so that a network of coordinates can learn fine structure.
public struct FourierFeatures<S: Scalar>: Sendable {
  /// B, [count, inputs]
  public let frequencies: [S]
  /// The number of frequencies; there are twice as many features.
  public let count: Int
  /// The dimensions of x.
  public let inputs: Int

  /// Frequencies that are normal with `deviation` (σ of the paper, which is to be tuned), drawn
  /// from `random`, a stream of their own.
  public init(inputs: Int, count: Int, deviation: Double, random: RandomStream) {
    var random = random
    self.inputs = inputs
    self.count = count
    frequencies = (0..<count * inputs).map { _ in S(deviation * random.normal()) }
  }

  /// Records the layer: rows [rows, inputs] to [rows, 2 count].
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    let turns = tape.constant([count, inputs], frequencies.map { S(2 * Double.pi) * $0 })
    let angles = tape.matrixProduct(x, turns, transposing: .second)
    return tape.concatenated(
      [tape.mapped(angles, by: .cos), tape.mapped(angles, by: .sin)], axis: 1)
  }
}
