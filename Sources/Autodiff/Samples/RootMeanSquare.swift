import Tensors

/// s[b] = sqrt(sum over channels and points of x[b]^2 / points), or 1 where x[b] is zero.
struct RootMeanSquare<S: Scalar>: Operation {
  let x: Variable<S>
  let output: Variable<S>

  private var points: Int { x.elementsPerSample / x.shape[1] }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let s = output.open(pool)
    for sample in 0..<x.sampleCount {
      let count = x.elementsPerSample
      let sum = S.reductions.squareSum(count, x.value + sample * count)
      s[sample] = sum == 0 ? 1 : S((sum / Double(points)).squareRoot())
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    preconditionFailure("the scale of a sample is a constant")
  }
}

extension Tape {
  /// The root mean square over the points of the length of x [samples, channels, …points], a
  /// constant of each sample: [samples]; 1 where x is zero everywhere. No gradient passes through it.
  public func rootMeanSquare(_ x: Variable<S>) -> Variable<S> {
    let s = result([x.sampleCount], of: [])
    record(RootMeanSquare(x: x, output: s), reading: [x], writing: s)
    return s
  }
}
