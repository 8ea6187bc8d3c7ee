import Tensors

/// loss = the mean over samples of |p - y| / |y|, with Euclidean norms summed in Double.
struct RelativeError<S: Scalar>: Operation {
  let prediction: Variable<S>
  let target: Variable<S>
  let output: Variable<S>

  private var count: Int { prediction.elementsPerSample }
  private var samples: Int { prediction.sampleCount }

  /// |p - y| and |y| of a sample.
  private func norms(_ sample: Int) -> (error: Double, target: Double) {
    let (p, y) = (prediction.value + sample * count, target.value + sample * count)
    return (
      S.reductions.squareDifferenceSum(count, p, y).squareRoot(),
      S.reductions.squareSum(count, y).squareRoot()
    )
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    var sum = 0.0
    for sample in 0..<samples {
      let (error, size) = norms(sample)
      sum += size == 0 ? 0 : error / size
    }
    output.open(pool)[0] = S(sum / Double(samples))
  }

  /// dp += (p - y) / (|p - y| |y|) dy / samples, and nothing where a norm is 0.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let slot = prediction.gradientSlot(pool).cleared(count: prediction.count)
    for sample in 0..<samples {
      let (error, size) = norms(sample)
      guard error * size > 0 else { continue }
      let factor = Double(output.gradient[0]) / (error * size * Double(samples))
      let at = sample * count
      S.elements.scaledDifferenceAdd(
        count, S(factor), prediction.value + at, target.value + at, slot + at)
    }
  }
}

extension Tape {
  /// The mean over samples of |p - y| / |y|, the relative L2 loss of neural operators (Li et al.
  /// 2021): [1].
  ///
  /// A sample whose target is zero adds nothing, and a sample without error has the slope 0.
  ///
  /// - Parameters:
  ///   - prediction: p, [samples, …]
  ///   - target: y, constants of the shape of p
  /// - Returns: the loss
  public func relativeError(_ prediction: Variable<S>, target: Variable<S>) -> Variable<S> {
    Requirement.check(
      prediction.shape == target.shape && !target.isDifferentiable,
      "relativeError: \(prediction.shape) cannot be compared with constants of \(target.shape)")
    let y = result([1], of: [prediction, target])
    record(
      RelativeError(prediction: prediction, target: target, output: y),
      reading: [prediction, target], writing: y)
    return y
  }
}
