import Tensors

/// y = (x - mean) γ / sqrt(variance + ε) + β with the moments of each row, for γ and β as long as a row.
struct RowNormalisation<S: Scalar>: RememberingOperation {
  let x: Variable<S>
  let scale: Variable<S>
  let shift: Variable<S>
  let epsilon: Double
  let output: Variable<S>
  /// Of each row: the mean and 1 / sqrt(variance + ε).
  let moments: Buffer<Double>
  /// Where the gradients by γ and β are summed.
  let lines: Buffer<Double>

  private var columns: Int { scale.count }
  private var rows: Int { x.count / columns }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.normalisations.rows(
      rows, columns, epsilon, x.value, scale.value, shift.value, moments.start, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let scaleGradient = scale.gradientSlot(pool).cleared(count: columns)
    let shiftGradient = shift.gradientSlot(pool).cleared(count: columns)
    S.normalisations.rowsBackward(
      rows, columns, x.value, scale.value, moments.start, output.gradient, lines.start,
      scaleGradient, shiftGradient, output.gradient)
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// y = (x - mean) γ / sqrt(variance + ε) + β with the mean and the biased variance over the last axes
  /// (layer normalisation; Ba, Kiros & Hinton 2016).
  ///
  /// - Parameters:
  ///   - x: […rows, …axes]
  ///   - scale: γ, […axes]
  ///   - shift: β, […axes]
  ///   - epsilon: ε
  /// - Returns: the shape of x
  public func layerNormalised(
    _ x: Variable<S>, scale: Parameter<S>, shift: Parameter<S>, epsilon: Double = 1e-5
  ) -> Variable<S> {
    Requirement.check(
      scale.shape == shift.shape && !scale.shape.isEmpty && scale.count > 0
        && x.shape.count > scale.shape.count
        && Array(x.shape.suffix(scale.shape.count)) == scale.shape,
      """
      layerNormalised: scales of \(scale.shape) and shifts of \(shift.shape) do not fit the last axes \
      of \(x.shape)
      """)
    let (scale, shift) = (parameter(scale), parameter(shift))
    let inputs = [x, scale, shift]
    let y = result(x.shape, of: inputs)
    record(
      RowNormalisation(
        x: x, scale: scale, shift: shift, epsilon: epsilon, output: y,
        moments: Buffer(count: 2 * x.count / scale.count), lines: Buffer(count: 2 * scale.count)),
      reading: inputs, writing: y)
    return y
  }
}
