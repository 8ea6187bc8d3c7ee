import Autodiff
import Tensors

/// The four linear maps of multi-head attention: to queries, keys and values, and from the heads'
/// answers.
struct AttentionProjections<S: Scalar> {
  let heads: Int
  private let query: Dense<S>
  private let key: Dense<S>
  private let value: Dense<S>
  private let answer: Dense<S>

  /// Weights of the first three as `weights` says, of the last one as `answers`; biases 0.
  init(
    _ name: String, width: Int, contextWidth: Int, heads: Int, weights: Initialiser,
    answers: Initialiser, in parameters: inout ParameterSet<S>
  ) {
    precondition(width % heads == 0, "\(heads) heads do not divide a width of \(width)")
    self.heads = heads
    query = Dense(
      "\(name).query", inputs: width, outputs: width, weights: weights, biases: .zeros,
      in: &parameters)
    key = Dense(
      "\(name).key", inputs: contextWidth, outputs: width, weights: weights, biases: .zeros,
      in: &parameters)
    value = Dense(
      "\(name).value", inputs: contextWidth, outputs: width, weights: weights, biases: .zeros,
      in: &parameters)
    answer = Dense(
      "\(name).answer", inputs: width, outputs: width, weights: answers, biases: .zeros,
      in: &parameters)
  }

  /// From tokens x [groups · n, width] and `context` [groups · m, contextWidth] to [groups · n, width].
  func attend(
    _ x: Variable<S>, to context: Variable<S>, groups: Int, mask: Variable<S>?,
    bias: Variable<S>? = nil, on tape: Tape<S>
  ) -> Variable<S> {
    let y = tape.attention(
      query: split(query(x, on: tape), groups, tape),
      key: split(key(context, on: tape), groups, tape),
      value: split(value(context, on: tape), groups, tape), mask: mask, bias: bias)
    let tokens = tape.permuted(y, axes: [0, 2, 1, 3])
    return answer(tape.reshaped(tokens, to: [x.shape[0], heads * y.shape[3]]), on: tape)
  }

  /// [groups · n, width] as [groups, heads, n, width / heads].
  private func split(_ x: Variable<S>, _ groups: Int, _ tape: Tape<S>) -> Variable<S> {
    let (tokens, width) = (x.shape[0] / groups, x.shape[1])
    let parts = tape.reshaped(x, to: [groups, tokens, heads, width / heads])
    return tape.permuted(parts, axes: [0, 2, 1, 3])
  }
}
