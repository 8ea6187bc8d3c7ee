import Autodiff
import Networks
import Tensors

/// A network whose training step is timed beside the same network in another framework.
protocol StepNetwork {
  /// What Adam changes.
  var parameters: ParameterSet<Float> { get }
  /// Records `samples` inputs of fixed random numbers, the network and its mean squared error.
  func loss(on tape: Tape<Float>, samples: Int) -> Variable<Float>
}
