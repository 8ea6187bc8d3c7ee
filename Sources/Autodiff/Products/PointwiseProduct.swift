import Tensors

/// y = f(W x + b + s) at every point, for x [samples, in, points], W [out, in], b [out] and an
/// addend s [samples, out, points] whose buffer becomes y's.
struct PointwiseProduct<S: Scalar>: Operation {
  let x: Variable<S>
  let weight: Variable<S>
  let bias: Variable<S>
  let addend: Variable<S>?
  let stage: ActivationStage<S>

  private var inputs: Int { weight.shape[1] }
  private var outputs: Int { weight.shape[0] }
  private var points: Int { x.elementsPerSample / inputs }
  private var weights: MatrixView<S> { MatrixView(weight.value, rows: outputs, columns: inputs) }

  private func field(_ sample: Int) -> MatrixView<S> {
    MatrixView(x.value + sample * inputs * points, rows: inputs, columns: points)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let size = outputs * points
    let z = stage.open(adopting: addend, pool)
    for sample in 0..<x.sampleCount {
      BLAS.multiply(
        weights, field(sample),
        into: MatrixView(z + sample * size, rows: outputs, columns: points),
        addend == nil ? .replacing : .adding)
      S.moves.biasRows(outputs, points, bias.value, z + sample * size)
      stage.finish(from: sample * size, count: size)
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let size = outputs * points
    let weightSlot = weight.gradientSlot(pool)
    let biasGradient = bias.gradientSlot(pool).cleared(count: outputs)
    let inputSlot = x.isDifferentiable ? x.gradientSlot(pool) : nil
    for sample in 0..<x.sampleCount {
      let start = stage.backward(from: sample * size, count: size)
      S.reductions.rowSums(outputs, points, start, biasGradient)
      let dz = MatrixView(start, rows: outputs, columns: points)
      BLAS.multiply(
        dz, field(sample).transposed,
        into: MatrixView(weightSlot.start, rows: outputs, columns: inputs),
        sample == 0 ? weightSlot.accumulation : .adding)
      guard let inputSlot else { continue }
      BLAS.multiply(
        weights.transposed, dz,
        into: MatrixView(
          inputSlot.start + sample * inputs * points, rows: inputs, columns: points),
        inputSlot.accumulation)
    }
    addend?.receiveGradient(of: stage.output, pool)
  }
}

extension Tape {
  /// y = f(W x + b + s) at every point: a 1x1 convolution, with the sum of two paths for free.
  ///
  /// - Parameters:
  ///   - x: [samples, in, …points]
  ///   - weight: W, [out, in]
  ///   - bias: b, [out]
  ///   - addend: s, [samples, out, …points]; must be a result that no other operation reads
  ///   - activation: f
  /// - Returns: [samples, out, …points]
  public func pointwise(
    _ x: Variable<S>, weight: Parameter<S>, bias: Parameter<S>, addend: Variable<S>? = nil,
    activation: Activation = .identity
  ) -> Variable<S> {
    let shape = [x.sampleCount, weight.shape[0]] + x.shape.dropFirst(2)
    Requirement.check(
      x.shape.count > 2 && x.shape[1] == weight.shape[1],
      "pointwise: channels of \(x.shape) do not fit weights of \(weight.shape)")
    Requirement.check(
      addend.map { $0.shape == shape && $0.kind == .result && $0.readers == 0 } ?? true,
      "pointwise: the addend of a result of \(shape) must have that shape and no other reader")
    Requirement.check(
      openSegment == nil || addend.map { $0.segment == openSegment } ?? true,
      "pointwise: a segment cannot take over a value from outside, which it needs twice")
    let weight = parameter(weight)
    let bias = parameter(bias)
    let inputs = [x, weight, bias] + [addend].compactMap(\.self)
    let y = result(shape, of: inputs)
    let stage = ActivationStage(activation, output: y, on: self)
    record(
      PointwiseProduct(x: x, weight: weight, bias: bias, addend: addend, stage: stage),
      reading: inputs, writing: y, taking: addend)
    return y
  }
}
