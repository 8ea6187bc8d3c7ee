import Tensors

/// h[t] = GRU(x[t], h[t - 1]) over a whole sequence, given the products of x with its weights.
struct GatedRecurrence<S: Scalar>: Operation {
  /// [steps, rows, 3 width], gates r, z, n
  let input: Variable<S>
  /// [rows, width]
  let start: Variable<S>
  /// [3 width, width]
  let weight: Variable<S>
  let bias: Variable<S>
  /// r, z, n and the hidden product of n, of every step.
  let kept: Variable<S>
  let output: Variable<S>

  private var steps: Int { input.shape[0] }
  private var rows: Int { start.shape[0] }
  private var width: Int { start.shape[1] }
  private var stateCount: Int { rows * width }
  private var weights: MatrixView<S> { MatrixView(weight.value, rows: 3 * width, columns: width) }

  private func state(before step: Int) -> UnsafeMutablePointer<S> {
    step == 0 ? start.value : output.value + (step - 1) * stateCount
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let (y, gates) = (output.open(pool), kept.open(pool))
    let hidden = pool.take(3 * stateCount)
    let products = MatrixView(hidden.start, rows: rows, columns: 3 * width)
    for step in 0..<steps {
      let h = state(before: step)
      BLAS.multiply(
        MatrixView(h, rows: rows, columns: width), weights.transposed, into: products)
      S.moves.biasColumns(rows, 3 * width, bias.value, hidden.start)
      S.layers.gruCell(
        rows, width, input.value + step * 3 * stateCount, hidden.start, h,
        gates + step * 4 * stateCount, y + step * stateCount)
    }
    pool.give(hidden)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let share = RecurrentGradient(
      input: input, weight: weight, bias: bias, rows: rows, gates: 3, pool)
    let carry = pool.take(stateCount)
    let (inputGates, hiddenGates) = (pool.take(3 * stateCount), pool.take(3 * stateCount))
    S.elements.fill(stateCount, 0, carry.start)
    for step in (0..<steps).reversed() {
      S.elements.axpy(stateCount, 1, output.gradient + step * stateCount, carry.start)
      let h = state(before: step)
      S.layers.gruCellBackward(
        rows, width, kept.value + step * 4 * stateCount, h, carry.start, inputGates.start,
        hiddenGates.start)
      share.add(step: step, input: inputGates.start, hidden: hiddenGates.start, state: h)
      share.carry(hiddenGates.start, into: carry.start, .adding)
    }
    if start.isDifferentiable { start.gradientSlot(pool).add(carry.start, count: stateCount) }
    pool.give(carry)
    pool.give(inputGates)
    pool.give(hiddenGates)
  }
}

extension Tape {
  /// Gated recurrent units over a sequence (Cho et al. 2014; the form of `torch.nn.GRU`).
  ///
  ///     r, z = s(input + U h + c), n = tanh(input + r (U h + c)), h <- (1 - z) n + z h
  ///
  /// - Parameters:
  ///   - input: W x + b of every step, [steps, rows, 3 width], gates r, z, n
  ///   - start: h before the first step, [rows, width]
  ///   - weight: U, [3 width, width]
  ///   - bias: c, [3 width]
  /// - Returns: h after every step, [steps, rows, width]
  public func gatedRecurrence(
    _ input: Variable<S>, from start: Variable<S>, weight: Parameter<S>, bias: Parameter<S>
  ) -> Variable<S> {
    requireRecurrence("gatedRecurrence", input, start, weight, bias, gates: 3)
    let (weight, bias) = (parameter(weight), parameter(bias))
    let y = result([input.shape[0]] + start.shape, of: [input, start, weight, bias])
    let kept = keepsake([input.shape[0], start.shape[0], 4 * start.shape[1]])
    record(
      GatedRecurrence(
        input: input, start: start, weight: weight, bias: bias, kept: kept, output: y),
      reading: [input, start, weight, bias], writing: y)
    return y
  }

  func requireRecurrence(
    _ operation: String, _ input: Variable<S>, _ start: Variable<S>, _ weight: Parameter<S>,
    _ bias: Parameter<S>, gates: Int
  ) {
    let width = start.shape.last ?? 0
    Requirement.check(
      start.shape.count == 2 && input.shape.count == 3 && input.shape[1] == start.shape[0]
        && input.shape[2] == gates * width && weight.shape == [gates * width, width]
        && bias.shape == [gates * width],
      """
      \(operation): gates of \(input.shape), states of \(start.shape), weights of \(weight.shape) \
      and biases of \(bias.shape) do not fit
      """)
  }
}
