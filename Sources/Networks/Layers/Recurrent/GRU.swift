import Autodiff
import Tensors

/// Gated recurrent units over sequences (Cho et al. 2014; the form, the order of gates and the initial
/// values of `torch.nn.GRU`: all uniform in ± 1 / sqrt(width)).
public struct GRU<S: Scalar> {
  private let input: Dense<S>
  private let weight: Parameter<S>
  private let bias: Parameter<S>
  private let width: Int

  /// A layer whose parameters are called `name`.input.weight, `name`.input.bias, `name`.state.weight
  /// and `name`.state.bias, each with the gates r, z, n one below the other.
  public init(_ name: String, inputs: Int, width: Int, in parameters: inout ParameterSet<S>) {
    input = Dense(
      "\(name).input", inputs: inputs, outputs: 3 * width, weights: .fanIn(width),
      biases: .fanIn(width), in: &parameters)
    weight = parameters.add("\(name).state.weight", shape: [3 * width, width], .fanIn(width))
    bias = parameters.add("\(name).state.bias", shape: [3 * width], .fanIn(width))
    self.width = width
  }

  /// Records the layer.
  ///
  /// - Parameters:
  ///   - x: [steps, samples, inputs]
  ///   - start: the state before the first step, [samples, width]; nil for zeros
  ///   - tape: where to record
  /// - Returns: the state after every step, [steps, samples, width]
  public func callAsFunction(
    _ x: Variable<S>, from start: Variable<S>? = nil, on tape: Tape<S>
  ) -> Variable<S> {
    let (steps, samples) = (x.shape[0], x.shape[1])
    let gates = tape.reshaped(input(x, on: tape), to: [steps, samples, 3 * width])
    return tape.gatedRecurrence(
      gates, from: start ?? tape.constant([samples, width]), weight: weight, bias: bias)
  }
}
