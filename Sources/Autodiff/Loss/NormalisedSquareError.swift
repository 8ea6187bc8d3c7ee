import Tensors

/// The squared error of predictions over the square of their targets, summed in Double.
///
/// Points that do not count are masked in both before: they then add nothing to either sum.
public final class NormalisedSquareError<S: Scalar>: RememberingOperation, BatchLoss {
  let prediction: Variable<S>
  let target: Variable<S>
  /// How the samples' errors become one number.
  public let weighting: ErrorWeighting
  let result: Variable<S>
  /// Σ (p - y)² of each sample of the last forward pass.
  public private(set) var errors: [Double]
  /// Σ y² of each sample of the last forward pass.
  public private(set) var energies: [Double]
  /// The batch that the samples are part of; they alone after a forward pass.
  public private(set) var batch = BatchEnergy()

  init(prediction: Variable<S>, target: Variable<S>, weighting: ErrorWeighting, result: Variable<S>)
  {
    self.prediction = prediction
    self.target = target
    self.weighting = weighting
    self.result = result
    errors = [Double](repeating: 0, count: prediction.sampleCount)
    energies = errors
  }

  /// The loss of the last forward pass.
  public var value: Double { value(from: 0) }

  /// `start` plus the samples' share in the loss of their batch.
  public func value(from start: Double) -> Double {
    weighting.loss(errors: errors, energies: energies, within: batch, from: start)
  }

  /// Makes the samples of the last forward pass a part of `batch`, so that `value` and gradients are
  /// shares in the loss of it all. To be called between the forward and the backward pass.
  public func couple(to batch: BatchEnergy) { self.batch = batch }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let count = prediction.elementsPerSample
    for sample in errors.indices {
      let y = target.value + sample * count
      errors[sample] = S.reductions.squareDifferenceSum(count, prediction.value + sample * count, y)
      energies[sample] = S.reductions.squareSum(count, y)
    }
    batch = BatchEnergy()
    batch.add(energies)
    result.open(pool)[0] = S(value)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let count = prediction.elementsPerSample
    let slot = prediction.gradientSlot(pool)
    let seed = Double(result.gradient[0])
    for sample in errors.indices {
      let factor = S(2 * seed * weighting.weight(of: energies[sample], within: batch))
      let at = sample * count
      slot.advanced(by: at).add(
        factor, timesDifference: prediction.value + at, target.value + at, count: count)
    }
  }
}

extension NormalisedSquareError {
  /// The loss as the end of its tape.
  public var end: Variable<S> { result }
  /// Squared errors and squared targets of the samples.
  public var terms: LossTerms {
    LossTerms(errors: errors, energies: energies, weighting: weighting)
  }
}

extension Tape {
  /// The normalised squared error of `prediction` against the constant `target`, of equal shapes.
  public func normalisedSquareError(
    prediction: Variable<S>, target: Variable<S>, weighting: ErrorWeighting
  ) -> NormalisedSquareError<S> {
    Requirement.check(
      prediction.shape == target.shape && !target.isDifferentiable,
      "normalisedSquareError: a prediction of \(prediction.shape) cannot be compared with \(target.shape)"
    )
    let end = result([1], of: [prediction, target])
    let loss = NormalisedSquareError(
      prediction: prediction, target: target, weighting: weighting, result: end)
    record(loss, reading: [prediction, target], writing: end)
    return loss
  }
}
