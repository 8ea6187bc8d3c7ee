import Tensors

/// y = m x for x [samples, channels, …points] and one constant mask m [samples, 1, …points].
struct Masking<S: Scalar>: Operation {
  let x: Variable<S>
  let mask: Variable<S>
  let output: Variable<S>

  private var points: Int { mask.elementsPerSample }
  private var channels: Int { x.elementsPerSample / points }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    forEachChannel { at, maskAt in
      S.elements.multiply(points, mask.value + maskAt, x.value + at, y + at)
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    forEachChannel { at, maskAt in
      let gradient = output.gradient + at
      S.elements.multiply(points, mask.value + maskAt, gradient, gradient)
    }
    x.receiveGradient(of: output, pool)
  }

  private func forEachChannel(_ body: (_ at: Int, _ maskAt: Int) -> Void) {
    for sample in 0..<x.sampleCount {
      for channel in 0..<channels {
        body((sample * channels + channel) * points, sample * points)
      }
    }
  }
}

extension Tape {
  /// m x at every point of every channel.
  ///
  /// - Parameters:
  ///   - x: [samples, channels, …points]
  ///   - mask: m, a constant [samples, 1, …points]
  /// - Returns: the shape of x
  public func masked(_ x: Variable<S>, by mask: Variable<S>) -> Variable<S> {
    Requirement.check(
      mask.sampleCount == x.sampleCount && mask.shape.count > 1 && mask.shape[1] == 1
        && mask.shape.dropFirst(2) == x.shape.dropFirst(2) && !mask.isDifferentiable,
      "masked: a mask of \(mask.shape) does not fit \(x.shape)")
    let y = result(x.shape, of: [x])
    record(Masking(x: x, mask: mask, output: y), reading: [x, mask], writing: y)
    return y
  }
}
