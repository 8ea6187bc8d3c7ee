import Autodiff
import Networks

/// A network around one ordinary equation that predicts logits, of which the mean cross-entropy is lost.
protocol ClassCore: EquationCore {}

extension ClassCore {
  func loss(of predictions: [String: Variable<Float>], in graph: SampleGraph) -> Variable<Float> {
    guard let logits = predictions["logits"] else {
      preconditionFailure("a network of classes predicts logits")
    }
    return graph.crossEntropy(logits)
  }
}
