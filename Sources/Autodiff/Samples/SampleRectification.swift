import Tensors

/// y[b] = max(x[b], m[b]) with the mean m[b] of the numbers of x[b].
struct SampleRectification<S: Scalar>: Operation {
  let x: Variable<S>
  let output: Variable<S>
  /// m
  let means: Buffer<S>

  private var samples: Int { x.sampleCount }
  private var width: Int { x.elementsPerSample }

  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    S.elements.fill(samples, 0, means.start)
    S.reductions.rowSums(samples, width, x.value, means.start)
    S.elements.scale(samples, 1 / S(width), means.start, means.start)
    for sample in 0..<samples {
      let (at, mean) = (y + sample * width, means.start[sample])
      S.elements.affine(width, 1, -mean, x.value + sample * width, at)
      S.functions.relu(width, at, at)
      S.elements.affine(width, 1, mean, at, at)
    }
  }

  /// With k the numbers above the mean: dx = dy on k, plus (Σ dy - Σ dy on k) / count everywhere.
  func backward(_ pool: BufferPool<S>) {
    let gradient = output.gradient
    let (all, kept, height) = (pool.take(samples), pool.take(samples), pool.take(width))
    S.elements.fill(samples, 0, all.start)
    S.elements.fill(samples, 0, kept.start)
    S.reductions.rowSums(samples, width, gradient, all.start)
    for sample in 0..<samples {
      let at = sample * width
      S.elements.affine(width, 1, -means.start[sample], x.value + at, height.start)
      S.functions.reluBackward(width, height.start, gradient + at)
    }
    S.reductions.rowSums(samples, width, gradient, kept.start)
    for sample in 0..<samples {
      let share = (all.start[sample] - kept.start[sample]) / S(width)
      S.elements.affine(width, 1, share, gradient + sample * width, gradient + sample * width)
    }
    for buffer in [all, kept, height] { pool.give(buffer) }
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// The larger of each number of x [samples, …] and the mean of its sample.
  ///
  /// That is s relu((x - m) / s) + m for the mean m and any positive s, such as the standard deviation:
  /// a ReLU that neither a shift nor a factor of its sample changes (CFDBench's `NormAct`; Luo et al.
  /// 2023).
  public func rectifiedAtMean(_ x: Variable<S>) -> Variable<S> {
    let y = result(x.shape, of: [x])
    record(
      SampleRectification(x: x, output: y, means: Buffer(count: x.sampleCount)), reading: [x],
      writing: y)
    return y
  }
}
