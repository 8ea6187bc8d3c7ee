import Autodiff
import Tensors

/// Long short-term memory over sequences (Hochreiter & Schmidhuber 1997 with the forget gate of Gers et
/// al. 2000; the form, the order of gates and the initial values of `torch.nn.LSTM`: all uniform in
/// ± 1 / sqrt(width)).
public struct LSTM<S: Scalar> {
  /// What the layer gives, and what it can start from.
  public struct State {
    /// h
    public let hidden: Variable<S>
    /// c
    public let cell: Variable<S>

    /// Two variables of one shape.
    public init(hidden: Variable<S>, cell: Variable<S>) {
      self.hidden = hidden
      self.cell = cell
    }
  }

  private let input: Dense<S>
  private let weight: Parameter<S>
  private let bias: Parameter<S>
  private let width: Int

  /// A layer whose parameters are called `name`.input.weight, `name`.input.bias, `name`.state.weight
  /// and `name`.state.bias, each with the gates i, f, g, o one below the other.
  public init(_ name: String, inputs: Int, width: Int, in parameters: inout ParameterSet<S>) {
    input = Dense(
      "\(name).input", inputs: inputs, outputs: 4 * width, weights: .fanIn(width),
      biases: .fanIn(width), in: &parameters)
    weight = parameters.add("\(name).state.weight", shape: [4 * width, width], .fanIn(width))
    bias = parameters.add("\(name).state.bias", shape: [4 * width], .fanIn(width))
    self.width = width
  }

  /// Records the layer.
  ///
  /// - Parameters:
  ///   - x: [steps, samples, inputs]
  ///   - start: h and c before the first step, each [samples, width]; nil for zeros
  ///   - tape: where to record
  /// - Returns: h and c after every step, each [steps, samples, width]
  public func callAsFunction(
    _ x: Variable<S>, from start: State? = nil, on tape: Tape<S>
  ) -> State {
    let (steps, samples) = (x.shape[0], x.shape[1])
    let gates = tape.reshaped(input(x, on: tape), to: [steps, samples, 4 * width])
    let both = tape.memoryRecurrence(
      gates, from: start?.hidden ?? tape.constant([samples, width]),
      cell: start?.cell ?? tape.constant([samples, width]), weight: weight, bias: bias)
    let shape = [steps, samples, width]
    return State(
      hidden: tape.reshaped(tape.slice(both, axis: 0, 0..<1), to: shape),
      cell: tape.reshaped(tape.slice(both, axis: 0, 1..<2), to: shape))
  }
}
