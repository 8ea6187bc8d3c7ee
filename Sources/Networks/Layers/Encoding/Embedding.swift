import Autodiff
import Tensors

/// A row of numbers for each of a set of words, standard normal at first (torch's default).
public struct Embedding<S: Scalar> {
  /// [words, width]
  public let table: Parameter<S>

  /// A table of `words` rows whose parameter is called `name`.weight.
  public init(_ name: String, words: Int, width: Int, in parameters: inout ParameterSet<S>) {
    table = parameters.add(
      "\(name).weight", shape: [words, width], .normal(deviation: 1))
  }

  /// Records the layer: the rows `words` of the table, [words, width]. Gradients of a word that is
  /// named several times are added in the order of the list.
  public func callAsFunction(_ words: PointList, on tape: Tape<S>) -> Variable<S> {
    tape.rows(words, of: tape.parameter(table))
  }
}
