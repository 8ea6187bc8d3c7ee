import Tensors

/// A loss that is a mean over samples, of whatever each of them brings: its terms are the sum over the
/// samples and their number.
public final class MeanLoss<S: Scalar>: Operation, BatchLoss {
  let mean: Variable<S>
  let samples: Int
  let result: Variable<S>
  /// The part of the samples in their batch.
  private var share = 1.0

  init(_ mean: Variable<S>, samples: Int, result: Variable<S>) {
    self.mean = mean
    self.samples = samples
    self.result = result
  }

  /// The loss as the end of its tape.
  public var end: Variable<S> { result }
  /// One term for all samples: their sum over their number.
  public var terms: LossTerms {
    LossTerms(
      errors: [Double(result.value[0]) * Double(samples)], energies: [Double(samples)],
      weighting: .batchNMSE)
  }

  /// Makes the samples of the last forward pass a part of `batch`.
  public func couple(to batch: BatchEnergy) { share = Double(samples) / batch.total }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    share = 1
    result.open(pool)[0] = mean.value[0]
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let seed = S(Double(result.gradient[0]) * share)
    mean.gradientSlot(pool).cleared(count: 1)[0] += seed
  }
}

extension Tape {
  /// `mean`, [1], as the loss of `samples` samples: the mean over them of a loss of each, and penalties.
  public func meanLoss(_ mean: Variable<S>, samples: Int) -> MeanLoss<S> {
    Requirement.check(
      mean.count == 1 && samples > 0,
      "meanLoss: \(mean.shape) is no loss of \(samples) samples")
    let end = result([1], of: [mean])
    let loss = MeanLoss(mean, samples: samples, result: end)
    record(loss, reading: [mean], writing: end)
    return loss
  }
}
