import Autodiff
import Tensors

/// y = f((x - mean) γ / sqrt(variance + ε) + β) for each channel: in training with the statistics of the
/// batch, which running ones follow, in inference with the running ones. γ is 1 and β is 0 at first.
///
/// Of a batch in shards, each shard is normalised with its own statistics, and the running ones follow
/// the first shard's, as in torch's `DataParallel`.
public struct BatchNormalisation<S: Scalar> {
  /// γ
  public let scale: Parameter<S>
  /// β
  public let shift: Parameter<S>
  /// What inference uses; stored with the network, but not trained.
  public let running: RunningStatistics<S>
  /// ε
  public let epsilon: Double
  /// f
  public let activation: Activation

  /// A layer whose parameters are called `name`.weight and `name`.bias, and its running statistics
  /// `name`.running_mean and `name`.running_var, as in torch.
  public init(
    _ name: String, channels: Int, epsilon: Double = 1e-5, momentum: Double = 0.1,
    activation: Activation = .identity, in parameters: inout ParameterSet<S>
  ) {
    scale = parameters.add("\(name).weight", shape: [channels], .constant(1))
    shift = parameters.add("\(name).bias", shape: [channels], .constant(0))
    running = RunningStatistics(
      mean: parameters.addState("\(name).running_mean", shape: [channels], .constant(0)),
      variance: parameters.addState("\(name).running_var", shape: [channels], .constant(1)),
      momentum: momentum)
    self.epsilon = epsilon
    self.activation = activation
  }

  /// Records the layer: fields [samples, channels, …points] to the same shape.
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    tape.batchNormalised(
      x, scale: scale, shift: shift, statistics: statistics(on: tape), epsilon: epsilon,
      activation: activation)
  }

  private func statistics(on tape: Tape<S>) -> BatchStatistics<S> {
    // two shards that ran at the same time would write to the running ones
    running.statistics(in: tape.mode, moves: tape.gradientPlace == .parameters)
  }
}
