import Autodiff
import Networks
import Solvers

/// Batch normalisation inside the right-hand side of an equation, which is asked some hundred times for one
/// batch, each time at another time and state.
///
/// In training each evaluation has the statistics of its batch. The running ones, which inference takes at
/// all times alike, move with the evaluations that the way back differentiates.
struct RateNormalisation {
  /// The share of an evaluation in the running statistics: a hundred of them weigh as much as a batch does
  /// by default in torch and Lux, a tenth. These papers' layers are Lux's, with that tenth for each
  /// evaluation, so that theirs are the statistics of the last few, near the end of the span.
  static let momentum = 1e-3

  private let layer: BatchNormalisation<Float>

  init(
    _ name: String, channels: Int, activation: Activation, in set: inout ParameterSet<Float>
  ) {
    layer = BatchNormalisation(
      name, channels: channels, momentum: Self.momentum, activation: activation, in: &set)
  }

  /// Records the layer for a solve from `start`. What the layer itself would choose depends on where the
  /// tape's gradients go, which on the tape of a rate is no sign of its shard.
  func callAsFunction<S: SolverScalar>(
    _ x: Variable<S>, from start: EquationStart, on tape: Tape<S>, by cast: ParameterCast<S>
  ) -> Variable<S> {
    let running = RunningStatistics(
      mean: cast(layer.running.mean), variance: cast(layer.running.variance),
      momentum: layer.running.momentum)
    return tape.batchNormalised(
      x, scale: cast(layer.scale), shift: cast(layer.shift),
      statistics: running.statistics(in: tape.mode, moves: start.movesStatistics),
      epsilon: layer.epsilon, activation: layer.activation)
  }
}
