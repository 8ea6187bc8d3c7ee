import Autodiff
import Tensors

/// Multi-head attention of tokens to themselves or to a context (Vaswani et al. 2017, section 3.2).
///
/// Initial values as `torch.nn.MultiheadAttention`: Glorot's uniform over the three stacked input maps,
/// ± 1 / sqrt(width) for the answers' weights, biases 0.
public struct MultiHeadAttention<S: Scalar> {
  private let projections: AttentionProjections<S>

  /// A layer whose parameters are called `name`.query.weight, … and `name`.answer.bias.
  ///
  /// - Parameters:
  ///   - name: the start of the parameters' names
  ///   - width: numbers a token, divisible by `heads`
  ///   - contextWidth: numbers a token of the context; nil for `width`
  ///   - heads: the number of heads
  ///   - parameters: where the parameters go
  public init(
    _ name: String, width: Int, contextWidth: Int? = nil, heads: Int,
    in parameters: inout ParameterSet<S>
  ) {
    projections = AttentionProjections(
      name, width: width, contextWidth: contextWidth ?? width, heads: heads,
      weights: .glorotUniform(Fans(inputs: width, outputs: 3 * width)), answers: .fanIn(width),
      in: &parameters)
  }

  /// Records the layer.
  ///
  /// - Parameters:
  ///   - x: tokens, [samples, n, width]
  ///   - context: what they attend to, [samples, m, contextWidth]; nil for x itself
  ///   - mask: a constant [1 or samples, n, m] that is added to the scores, -infinity to forbid a pair
  ///   - tape: where to record
  /// - Returns: [samples, n, width]
  public func callAsFunction(
    _ x: Variable<S>, context: Variable<S>? = nil, mask: Variable<S>? = nil, on tape: Tape<S>
  ) -> Variable<S> {
    let context = context ?? x
    let tokens = tape.reshaped(x, to: [x.shape[0] * x.shape[1], x.shape[2]])
    let others =
      context === x
      ? tokens
      : tape.reshaped(context, to: [context.shape[0] * context.shape[1], context.shape[2]])
    let y = projections.attend(tokens, to: others, groups: x.shape[0], mask: mask, on: tape)
    return tape.reshaped(y, to: x.shape)
  }

  /// A mask [1, count, count] with which a token attends to itself and to those before it.
  public static func causalMask(_ count: Int, on tape: Tape<S>) -> Variable<S> {
    let numbers = (0..<count * count).map { $0 % count > $0 / count ? -S.infinity : 0 }
    return tape.constant([1, count, count], numbers)
  }
}
