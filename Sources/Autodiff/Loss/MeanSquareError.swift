import Tensors

/// loss = Σ (p - y)² / count, summed in Double.
struct MeanSquareError<S: Scalar>: Operation {
  let prediction: Variable<S>
  let target: Variable<S>
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let count = prediction.count
    let sum = S.reductions.squareDifferenceSum(count, prediction.value, target.value)
    output.open(pool)[0] = S(sum / Double(count))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let factor = S(2 * Double(output.gradient[0]) / Double(prediction.count))
    let (count, p, y) = (prediction.count, prediction.value, target.value)
    if prediction.isDifferentiable {
      prediction.gradientSlot(pool).add(factor, timesDifference: p, y, count: count)
    }
    if target.isDifferentiable {
      target.gradientSlot(pool).add(-factor, timesDifference: p, y, count: count)
    }
  }
}

extension Tape {
  /// The mean of (prediction - target)² over all elements of equal shapes: [1].
  public func meanSquareError(_ prediction: Variable<S>, target: Variable<S>) -> Variable<S> {
    Requirement.check(
      prediction.shape == target.shape,
      "meanSquareError: \(prediction.shape) cannot be compared with \(target.shape)")
    let y = result([1], of: [prediction, target])
    record(
      MeanSquareError(prediction: prediction, target: target, output: y),
      reading: [prediction, target], writing: y)
    return y
  }
}
