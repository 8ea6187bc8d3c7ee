import Tensors

/// loss = the mean over all elements of a loss of each pair of prediction and target.
struct PairLossMean<S: Scalar>: Operation {
  let loss: PairLoss
  let prediction: Variable<S>
  let target: Variable<S>
  let output: Variable<S>

  private var count: Int { prediction.count }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let sum = S.layers.lossSum(loss, count, prediction.value, target.value)
    output.open(pool)[0] = S(sum / Double(count))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let share = pool.take(count)
    let factor = S(Double(output.gradient[0]) / Double(count))
    S.layers.lossSlope(loss, count, factor, prediction.value, target.value, share.start)
    if prediction.isDifferentiable {
      prediction.gradientSlot(pool).add(share.start, count: count)
    }
    // losses of the difference alone: the target's slope is the opposite of the prediction's
    if target.isDifferentiable {
      target.gradientSlot(pool).add(-1, times: share.start, count: count)
    }
    pool.give(share)
  }
}

extension Tape {
  /// The mean of |prediction - target| over all elements of equal shapes: [1]. Its slope at 0 is 0.
  public func meanAbsoluteError(_ prediction: Variable<S>, target: Variable<S>) -> Variable<S> {
    mean(.absolute, prediction, target, "meanAbsoluteError")
  }

  /// The mean of Huber's loss over all elements of equal shapes: [1].
  ///
  /// With d = prediction - target: d² / 2 for |d| ≤ threshold, else threshold (|d| - threshold / 2)
  /// (Huber 1964; `torch.nn.HuberLoss`).
  public func huberLoss(
    _ prediction: Variable<S>, target: Variable<S>, threshold: Double = 1
  ) -> Variable<S> {
    Requirement.check(threshold > 0, "huberLoss: a threshold of \(threshold) is not positive")
    return mean(.huber(threshold: threshold), prediction, target, "huberLoss")
  }

  /// The mean of -t log s - (1 - t) log(1 - s) with the sigmoid s of the logits, over all elements of
  /// equal shapes: [1].
  ///
  /// - Parameters:
  ///   - logits: of any shape
  ///   - target: t, constants in [0, 1] of that shape
  /// - Returns: the binary cross-entropy in nats
  public func binaryCrossEntropy(logits: Variable<S>, target: Variable<S>) -> Variable<S> {
    Requirement.check(
      !target.isDifferentiable, "binaryCrossEntropy: targets of \(target.shape) must be constants")
    return mean(.logistic, logits, target, "binaryCrossEntropy")
  }

  private func mean(
    _ loss: PairLoss, _ prediction: Variable<S>, _ target: Variable<S>, _ operation: String
  ) -> Variable<S> {
    Requirement.check(
      prediction.shape == target.shape,
      "\(operation): \(prediction.shape) cannot be compared with \(target.shape)")
    let y = result([1], of: [prediction, target])
    record(
      PairLossMean(loss: loss, prediction: prediction, target: target, output: y),
      reading: [prediction, target], writing: y)
    return y
  }
}
