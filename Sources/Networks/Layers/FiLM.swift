import Autodiff
import Tensors

/// y = (1 + Δγ) x + β at every point of a channel, with Δγ and β linear in a condition: feature-wise
/// linear modulation (Perez et al. 2018, equations 1 and 2; γ = 1 + Δγ as in its appendix).
public struct FiLM<S: Scalar> {
  private let generator: Dense<S>
  private let channels: Int

  /// A layer whose parameters are called `name`.weight and `name`.bias, Δγ in the first rows.
  public init(
    _ name: String, conditions: Int, channels: Int, in parameters: inout ParameterSet<S>
  ) {
    generator = Dense(name, inputs: conditions, outputs: 2 * channels, in: &parameters)
    self.channels = channels
  }

  /// Records the layer.
  ///
  /// - Parameters:
  ///   - x: [samples, channels, …points]
  ///   - condition: [samples, conditions]
  ///   - tape: where to record
  /// - Returns: the shape of x
  public func callAsFunction(
    _ x: Variable<S>, condition: Variable<S>, on tape: Tape<S>
  ) -> Variable<S> {
    let both = generator(condition, on: tape)
    let change = tape.slice(both, axis: 1, 0..<channels)
    return tape.modulated(
      x, by: tape.scaled(change, by: 1, plus: 1),
      plus: tape.slice(both, axis: 1, channels..<2 * channels))
  }
}
