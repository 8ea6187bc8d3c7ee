import Autodiff
import Networks
import Tensors

/// A network whose training step is timed beside the same network in another framework.
protocol StepNetwork {
  /// What Adam changes.
  var parameters: ParameterSet<Float> { get }
  /// Records one of `shards` equal pieces of a step: inputs of fixed random numbers, the network and
  /// its mean squared error.
  func loss(on tape: Tape<Float>, shards: Int) -> Variable<Float>
}

extension StepNetwork {
  /// Samples of a step.
  static var samples: Int { TrainedNetwork.samples }
}
