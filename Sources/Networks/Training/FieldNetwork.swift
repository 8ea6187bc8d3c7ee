import Autodiff
import Tensors

/// A network that a trainer can fit and that can then predict.
public protocol FieldNetwork {
  /// What training changes.
  var parameters: ParameterSet<Float> { get }
  /// What its loss is.
  associatedtype Loss: BatchLoss<Float>
  /// Records the loss of the graph's samples; one for inference is that by which parameters are chosen.
  func loss(in graph: SampleGraph) -> Loss
  /// Records the predictions for the graph's samples, by the names of the role's outputs.
  func predictions(in graph: SampleGraph) -> [String: Variable<Float>]
}
