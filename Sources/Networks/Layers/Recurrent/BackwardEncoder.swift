import Autodiff
import Tensors

/// The recurrent encoder of the latent ODE (Rubanova, Chen & Duvenaud, NeurIPS 2019, as in the code of Pal
/// et al. 2021): gated units that run backwards over the common times of irregular series.
///
/// The state has two halves [m; s], zeros at first, the gates serve both:
///
///     u = σ(Wᵤ tanh(Vᵤ [m; s; x])),  r likewise,  c = W tanh(V [m r; s r; x]),
///     [m; s] ← u [m; s] + (1 - u) c  where something was observed
///
/// with x = [values; mask; time until the next]. There the test for observations sums the time as well, so
/// that it holds everywhere but at the last time; see `EncoderUpdate`.
public struct BackwardEncoder<S: Scalar> {
  private let features: Int
  private let width: Int
  private let hidden: Int
  private let update: EncoderUpdate
  /// What x brings to the first layers of u, r and c, with their biases.
  private let input: Dense<S>
  /// What the state brings to those of u and r.
  private let gates: Parameter<S>
  /// What r times the state brings to that of c.
  private let candidate: Parameter<S>
  private let keep: Dense<S>
  private let reset: Dense<S>
  private let output: Dense<S>

  /// Layers with Flux's initial values for the layers as they are written above.
  ///
  /// - Parameters:
  ///   - name: the beginning of the parameters' names
  ///   - features: numbers observed at a time
  ///   - width: units of each half
  ///   - hidden: units of the first layers
  ///   - update: at which times the state changes
  ///   - parameters: takes the parameters
  public init(
    _ name: String, features: Int, width: Int, hidden: Int, update: EncoderUpdate,
    in parameters: inout ParameterSet<S>
  ) {
    (self.features, self.width, self.hidden, self.update) = (features, width, hidden, update)
    let inputs = 2 * features + 1
    let first = Initialiser.glorotUniform(Fans(inputs: 2 * width + inputs, outputs: hidden))
    func layer(_ part: String, _ outputs: Int, _ activation: Activation) -> Dense<S> {
      Dense(
        "\(name).\(part)", inputs: hidden, outputs: outputs, activation: activation,
        weights: .glorotUniform(Fans(inputs: hidden, outputs: outputs)), biases: .zeros,
        in: &parameters)
    }
    input = Dense(
      "\(name).input", inputs: inputs, outputs: 3 * hidden, weights: first, biases: .zeros,
      in: &parameters)
    gates = parameters.add("\(name).gates.weight", shape: [2 * hidden, 2 * width], first)
    candidate = parameters.add("\(name).candidate.weight", shape: [hidden, 2 * width], first)
    keep = layer("keep", width, .sigmoid)
    reset = layer("reset", width, .sigmoid)
    output = layer("output", 2 * width, .identity)
  }

  /// Records the encoder.
  ///
  /// - Parameters:
  ///   - values: [samples, times, features]; read only where `mask` is 1
  ///   - mask: the same shape
  ///   - times: [samples, times]
  ///   - tape: where to record
  /// - Returns: [m; s] at the first time, [samples, 2 width]
  public func callAsFunction(
    _ values: Variable<S>, mask: Variable<S>, times: Variable<S>,
    on tape: Tape<S>
  ) -> Variable<S> {
    let (samples, count) = (times.shape[0], times.shape[1])
    let given = tape.concatenated(
      [tape.product(values, mask), mask, gaps(times, on: tape)], axis: 2)
    let byTime = tape.reshaped(
      tape.permuted(given, axes: [1, 0, 2]), to: [count * samples, 2 * features + 1])
    let inputs = tape.reshaped(input(byTime, on: tape), to: [count, samples, 3 * hidden])
    let flags = changes(given, on: tape)
    var state = tape.constant([samples, 2 * width])
    for time in (0..<count).reversed() {
      let x = tape.reshaped(
        tape.slice(inputs, axis: 0, time..<time + 1), to: [samples, 3 * hidden])
      let flag = tape.reshaped(tape.slice(flags, axis: 1, time..<time + 1), to: [samples])
      state = step(
        x, from: state, where: tape.repeated(flag, along: [1], to: [samples, 2 * width]),
        on: tape)
    }
    return state
  }

  /// [m; s] after one time.
  private func step(
    _ x: Variable<S>, from state: Variable<S>, where flags: Variable<S>,
    on tape: Tape<S>
  ) -> Variable<S> {
    func columns(_ range: Range<Int>, _ x: Variable<S>) -> Variable<S> {
      tape.slice(x, axis: 1, range)
    }
    let first = tape.activated(
      tape.sum(
        columns(0..<2 * hidden, x), tape.dense(state, weight: gates, bias: nil)), by: .tanh)
    let u = keep(columns(0..<hidden, first), on: tape)
    let r = reset(columns(hidden..<2 * hidden, first), on: tape)
    let passed = tape.product(state, tape.concatenated([r, r], axis: 1))
    let second = tape.activated(
      tape.sum(
        columns(2 * hidden..<3 * hidden, x), tape.dense(passed, weight: candidate, bias: nil)),
      by: .tanh)
    let change = tape.difference(output(second, on: tape), state)
    let opened = tape.scaled(tape.concatenated([u, u], axis: 1), by: -1, plus: 1)
    return tape.sum(state, tape.product(flags, tape.product(opened, change)))
  }

  /// The time from each to the next, 0 for the last: [samples, times, 1].
  private func gaps(_ times: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    let (samples, count) = (times.shape[0], times.shape[1])
    let gaps = tape.difference(
      tape.slice(times, axis: 1, 1..<count), tape.slice(times, axis: 1, 0..<count - 1))
    return tape.reshaped(
      tape.concatenated([gaps, tape.constant([samples, 1])], axis: 1), to: [samples, count, 1])
  }

  /// 1 where the state changes, otherwise 0: [samples, times].
  private func changes(_ given: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    let (samples, count, width) = (given.shape[0], given.shape[1], given.shape[2])
    let looked = features..<(update == .published ? width : width - 1)
    return tape.custom(
      [given], shape: [samples, count], name: "ObservedTimes",
      value: { inputs, output in
        for place in 0..<samples * count {
          let isSeen = looked.contains { inputs[0][place * width + $0] > 0 }
          output[place] = isSeen ? 1 : 0
        }
      }, gradient: { _, _, _, _ in })
  }
}
