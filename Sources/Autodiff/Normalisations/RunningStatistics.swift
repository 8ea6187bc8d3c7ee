import Tensors

/// Means and variances over the batches of a training, which inference normalises with: a part of a
/// network's stored state that no optimiser changes.
public struct RunningStatistics<S: Scalar> {
  /// The mean of each channel, zero at first.
  public let mean: Parameter<S>
  /// The variance of each channel, with Bessel's correction; one at first.
  public let variance: Parameter<S>
  /// The share of a new batch.
  public let momentum: Double

  /// Statistics that are kept in `mean` and `variance`; torch's default momentum.
  public init(mean: Parameter<S>, variance: Parameter<S>, momentum: Double = 0.1) {
    self.mean = mean
    self.variance = variance
    self.momentum = momentum
  }

  /// What a normalisation takes: in inference these, in training those of the batch, which these follow
  /// when the batch `moves` them.
  public func statistics(in mode: Tape<S>.Mode, moves: Bool) -> BatchStatistics<S> {
    switch (mode, moves) {
    case (.inference, _): .running(self)
    case (.training, true): .tracked(self)
    case (.training, false): .batch
    }
  }

  /// Moves towards the statistics of a batch of `count` numbers a channel.
  func track(_ mean: Buffer<Double>, _ variance: Buffer<Double>, count: Int) {
    let correction = Double(count) / Double(max(count - 1, 1))
    S.normalisations.track(mean.count, momentum, 1, mean.start, self.mean.value.start)
    S.normalisations.track(
      variance.count, momentum, correction, variance.start, self.variance.value.start)
  }

  /// Copies them to `mean` and `variance`.
  func read(_ mean: Buffer<Double>, _ variance: Buffer<Double>) {
    S.normalisations.widen(mean.count, self.mean.value.start, mean.start)
    S.normalisations.widen(variance.count, self.variance.value.start, variance.start)
  }
}
