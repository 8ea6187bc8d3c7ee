import Tensors

/// y = f([x, t] Wᵀ + b) for x [rows, in], t [rows, 1], W [out, in + 1], b [out], without the joined rows:
/// the last column of W goes apart.
struct TimedDense<S: Scalar>: Operation {
  let x: Variable<S>
  let time: Variable<S>
  let weight: Variable<S>
  let bias: Variable<S>?
  let stage: ActivationStage<S>

  private var rows: Int { x.shape[0] }
  private var inputs: Int { weight.shape[1] - 1 }
  private var outputs: Int { weight.shape[0] }
  private var xs: MatrixView<S> { MatrixView(x.value, rows: rows, columns: inputs) }
  private var times: MatrixView<S> { MatrixView(time.value, rows: rows, columns: 1) }

  /// The columns of W, or of its gradient, for x and for t.
  private func parts(_ start: UnsafeMutablePointer<S>) -> (MatrixView<S>, MatrixView<S>) {
    (
      MatrixView(start, rows: outputs, columns: inputs, stride: inputs + 1),
      MatrixView(start + inputs, rows: outputs, columns: 1, stride: inputs + 1)
    )
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let z = MatrixView(stage.open(adopting: nil, pool), rows: rows, columns: outputs)
    if rows == 1 {
      multiplySingle(into: z.start, pool)
    } else {
      let (weights, slopes) = parts(weight.value)
      BLAS.multiply(xs, weights.transposed, into: z)
      BLAS.multiply(times, slopes.transposed, into: z, .adding)
    }
    stage.finish(z.start, from: 0, rows: rows, columns: outputs, bias: bias)
  }

  /// W [x, t] of a single row, which is cheap to join.
  private func multiplySingle(into z: UnsafeMutablePointer<S>, _ pool: BufferPool<S>) {
    let joined = pool.take(inputs + 1)
    joined.start.update(from: x.value, count: inputs)
    joined.start[inputs] = time.value[0]
    BLAS.multiply(
      MatrixView(weight.value, rows: outputs, columns: inputs + 1), vector: joined.start, into: z)
    pool.give(joined)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let gradient = MatrixView(
      stage.backward(from: 0, count: rows * outputs), rows: rows, columns: outputs)
    let slot = weight.gradientSlot(pool)
    let (weights, slopes) = parts(slot.start)
    BLAS.multiply(gradient.transposed, xs, into: weights, slot.accumulation)
    BLAS.multiply(gradient.transposed, times, into: slopes, slot.accumulation)
    if let bias {
      let start = bias.gradientSlot(pool).cleared(count: outputs)
      S.reductions.columnSums(rows, outputs, gradient.start, start)
    }
    share(with: x, columns: inputs, parts(weight.value).0, gradient, pool)
    share(with: time, columns: 1, parts(weight.value).1, gradient, pool)
  }

  private func share(
    with variable: Variable<S>, columns: Int, _ weights: MatrixView<S>,
    _ gradient: MatrixView<S>, _ pool: BufferPool<S>
  ) {
    guard variable.isDifferentiable else { return }
    let slot = variable.gradientSlot(pool)
    BLAS.multiply(
      gradient, weights, into: MatrixView(slot.start, rows: rows, columns: columns),
      slot.accumulation)
  }
}

extension Tape {
  /// f([x, t] Wᵀ + b): a layer of a field that depends on time, without joining rows with their time.
  ///
  /// - Parameters:
  ///   - x: [rows, in]
  ///   - time: t, [rows, 1]
  ///   - weight: W, [out, in + 1], whose last column belongs to t
  ///   - bias: b, [out], or nil for none
  ///   - activation: f
  /// - Returns: [rows, out]
  public func dense(
    _ x: Variable<S>, beside time: Variable<S>, weight: Parameter<S>, bias: Parameter<S>?,
    activation: Activation = .identity
  ) -> Variable<S> {
    Requirement.check(
      x.shape.count == 2 && time.shape == [x.shape[0], 1] && weight.shape.count == 2
        && weight.shape[1] == x.shape[1] + 1,
      "dense: rows of \(x.shape) and times of \(time.shape) do not fit weights of \(weight.shape)")
    guard x.shape[1] > weight.shape[0] || x.shape[0] == 1 else {
      // joining few features costs less than another pass over many
      return dense(
        concatenated([x, time], axis: 1), weight: weight, bias: bias, activation: activation)
    }
    let (w, b) = (parameter(weight), bias.map(parameter))
    let inputs = [x, time, w] + [b].compactMap(\.self)
    let y = result([x.shape[0], weight.shape[0]], of: inputs)
    let stage = ActivationStage(activation, output: y, on: self)
    record(
      TimedDense(x: x, time: time, weight: w, bias: b, stage: stage), reading: inputs, writing: y)
    return y
  }
}
