import Tensors

/// y = f(x Wᵀ + b) for x [rows, in], W [out, in], b [out].
struct DenseProduct<S: Scalar>: Operation {
  let x: Variable<S>
  let weight: Variable<S>
  let bias: Variable<S>?
  let stage: ActivationStage<S>

  /// Rows that pass through product, bias and activation together, so that they stay in cache.
  private var block: Int { 256 }

  private var rows: Int { x.count / inputs }
  private var inputs: Int { weight.shape[1] }
  private var outputs: Int { weight.shape[0] }
  private var weights: MatrixView<S> { MatrixView(weight.value, rows: outputs, columns: inputs) }

  func forward(_ pool: BufferPool<S>) {
    let z = stage.open(adopting: nil, pool)
    for first in stride(from: 0, to: rows, by: block) {
      let count = min(block, rows - first)
      BLAS.multiply(
        MatrixView(x.value + first * inputs, rows: count, columns: inputs), weights.transposed,
        into: MatrixView(z + first * outputs, rows: count, columns: outputs))
      if let bias { S.moves.biasColumns(count, outputs, bias.value, z + first * outputs) }
      stage.finish(from: first * outputs, count: count * outputs)
    }
  }

  func backward(_ pool: BufferPool<S>) {
    let weightSlot = weight.gradientSlot(pool)
    let biasGradient = bias.map { $0.gradientSlot(pool).cleared(count: outputs) }
    let inputSlot = x.isDifferentiable ? x.gradientSlot(pool) : nil
    for first in stride(from: 0, to: rows, by: block) {
      let count = min(block, rows - first)
      let start = stage.backward(from: first * outputs, count: count * outputs)
      if let biasGradient { S.reductions.columnSums(count, outputs, start, biasGradient) }
      let dz = MatrixView(start, rows: count, columns: outputs)
      BLAS.multiply(
        dz.transposed, MatrixView(x.value + first * inputs, rows: count, columns: inputs),
        into: MatrixView(weightSlot.start, rows: outputs, columns: inputs),
        first == 0 ? weightSlot.accumulation : .adding)
      guard let inputSlot else { continue }
      BLAS.multiply(
        dz, weights,
        into: MatrixView(inputSlot.start + first * inputs, rows: count, columns: inputs),
        inputSlot.accumulation)
    }
  }
}

extension Tape {
  /// y = f(x Wᵀ + b), row by row.
  ///
  /// - Parameters:
  ///   - x: [rows, in]
  ///   - weight: W, [out, in]
  ///   - bias: b, [out], or nil for none
  ///   - activation: f
  /// - Returns: [rows, out]
  public func dense(
    _ x: Variable<S>, weight: Parameter<S>, bias: Parameter<S>?, activation: Activation = .identity
  ) -> Variable<S> {
    Requirement.check(
      weight.shape.count == 2 && x.shape.last == weight.shape[1],
      "dense: rows of \(x.shape) do not fit weights of \(weight.shape)")
    let weight = parameter(weight)
    let bias = bias.map(parameter)
    let inputs = [x, weight] + [bias].compactMap(\.self)
    let y = result([x.count / weight.shape[1], weight.shape[0]], of: inputs)
    let stage = ActivationStage(activation, output: y, on: self)
    record(
      DenseProduct(x: x, weight: weight, bias: bias, stage: stage), reading: inputs, writing: y)
    return y
  }
}
