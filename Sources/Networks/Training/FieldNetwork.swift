import Autodiff
import Tensors

/// A network that a trainer can fit and that can then predict.
public protocol FieldNetwork {
  /// What training changes.
  var parameters: ParameterSet<Float> { get }
  /// Records the loss of the graph's samples.
  func loss(in graph: SampleGraph) -> NormalisedSquareError<Float>
  /// Records the predictions for the graph's samples, by the names of the role's outputs.
  func predictions(in graph: SampleGraph) -> [String: Variable<Float>]
}
