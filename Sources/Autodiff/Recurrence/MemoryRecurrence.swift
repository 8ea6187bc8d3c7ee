import Tensors

/// (h, c)[t] = LSTM(x[t], (h, c)[t - 1]) over a whole sequence, given the products of x with its weights.
struct MemoryRecurrence<S: Scalar>: Operation {
  /// [steps, rows, 4 width], gates i, f, g, o
  let input: Variable<S>
  /// [rows, width]
  let start: Variable<S>
  /// [rows, width]
  let startCell: Variable<S>
  /// [4 width, width]
  let weight: Variable<S>
  let bias: Variable<S>
  /// The gates of every step.
  let kept: Variable<S>
  /// [2, steps, rows, width]: states, then cells.
  let output: Variable<S>

  private var steps: Int { input.shape[0] }
  private var rows: Int { start.shape[0] }
  private var width: Int { start.shape[1] }
  private var stateCount: Int { rows * width }
  private var cells: Int { steps * stateCount }
  private var weights: MatrixView<S> { MatrixView(weight.value, rows: 4 * width, columns: width) }

  private func state(before step: Int) -> UnsafeMutablePointer<S> {
    step == 0 ? start.value : output.value + (step - 1) * stateCount
  }

  private func cell(before step: Int) -> UnsafeMutablePointer<S> {
    step == 0 ? startCell.value : output.value + cells + (step - 1) * stateCount
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let (y, gates) = (output.open(pool), kept.open(pool))
    let hidden = pool.take(4 * stateCount)
    let products = MatrixView(hidden.start, rows: rows, columns: 4 * width)
    for step in 0..<steps {
      BLAS.multiply(
        MatrixView(state(before: step), rows: rows, columns: width), weights.transposed,
        into: products)
      S.moves.biasColumns(rows, 4 * width, bias.value, hidden.start)
      S.layers.lstmCell(
        rows, width, input.value + step * 4 * stateCount, hidden.start, cell(before: step),
        gates + step * 4 * stateCount, y + cells + step * stateCount, y + step * stateCount)
    }
    pool.give(hidden)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let share = RecurrentGradient(
      input: input, weight: weight, bias: bias, rows: rows, gates: 4, pool)
    let (carry, cellCarry) = (pool.take(stateCount), pool.take(stateCount))
    let gates = pool.take(4 * stateCount)
    S.elements.fill(stateCount, 0, carry.start)
    S.elements.fill(stateCount, 0, cellCarry.start)
    for step in (0..<steps).reversed() {
      let at = step * stateCount
      S.elements.axpy(stateCount, 1, output.gradient + at, carry.start)
      S.elements.axpy(stateCount, 1, output.gradient + cells + at, cellCarry.start)
      S.layers.lstmCellBackward(
        rows, width, kept.value + 4 * at, cell(before: step), output.value + cells + at,
        carry.start, cellCarry.start, gates.start)
      share.add(
        step: step, input: gates.start, hidden: gates.start, state: state(before: step))
      share.carry(gates.start, into: carry.start, .replacing)
    }
    if start.isDifferentiable { start.gradientSlot(pool).add(carry.start, count: stateCount) }
    if startCell.isDifferentiable {
      startCell.gradientSlot(pool).add(cellCarry.start, count: stateCount)
    }
    pool.give(carry)
    pool.give(cellCarry)
    pool.give(gates)
  }
}

extension Tape {
  /// Long short-term memory over a sequence (Hochreiter & Schmidhuber 1997 with the forget gate of
  /// Gers et al. 2000; the form of `torch.nn.LSTM`).
  ///
  ///     i, f, o = s(input + U h + b), g = tanh(input + U h + b), c <- f c + i g, h <- o tanh(c)
  ///
  /// - Parameters:
  ///   - input: the products of every step's input, [steps, rows, 4 width], gates i, f, g, o
  ///   - start: h before the first step, [rows, width]
  ///   - cell: c before the first step, [rows, width]
  ///   - weight: U, [4 width, width]
  ///   - bias: b, [4 width]
  /// - Returns: h after every step, then c after every step: [2, steps, rows, width]
  public func memoryRecurrence(
    _ input: Variable<S>, from start: Variable<S>, cell: Variable<S>, weight: Parameter<S>,
    bias: Parameter<S>
  ) -> Variable<S> {
    requireRecurrence("memoryRecurrence", input, start, weight, bias, gates: 4)
    Requirement.check(
      cell.shape == start.shape,
      "memoryRecurrence: cells of \(cell.shape) do not fit states of \(start.shape)")
    let (weight, bias) = (parameter(weight), parameter(bias))
    let inputs = [input, start, cell, weight, bias]
    let y = result([2, input.shape[0]] + start.shape, of: inputs)
    let kept = keepsake([input.shape[0], start.shape[0], 4 * start.shape[1]])
    record(
      MemoryRecurrence(
        input: input, start: start, startCell: cell, weight: weight, bias: bias, kept: kept,
        output: y),
      reading: inputs, writing: y)
    return y
  }
}
