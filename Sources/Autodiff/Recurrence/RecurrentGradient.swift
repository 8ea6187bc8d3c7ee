import Tensors

/// Where the gradients of one step of a recurrent layer go: to the gates' input, to the weights of
/// the state and their bias, and to the state before.
struct RecurrentGradient<S: Scalar> {
  private let inputSlot: Variable<S>.GradientSlot?
  private let weightGradient: MatrixView<S>
  private let biasGradient: UnsafeMutablePointer<S>
  private let weights: MatrixView<S>
  private let rows: Int

  private var width: Int { weights.columns }
  private var gateWidth: Int { weights.rows }

  init(
    input: Variable<S>, weight: Variable<S>, bias: Variable<S>, rows: Int, gates: Int,
    _ pool: BufferPool<S>
  ) {
    self.rows = rows
    let width = weight.shape[1]
    inputSlot = input.isDifferentiable ? input.gradientSlot(pool) : nil
    weights = MatrixView(weight.value, rows: gates * width, columns: width)
    weightGradient = MatrixView(
      weight.gradientSlot(pool).cleared(count: weight.count), rows: gates * width, columns: width)
    biasGradient = bias.gradientSlot(pool).cleared(count: bias.count)
  }

  /// The shares of the gates of `step`, whose gradients by the input's and the state's products are
  /// `input` and `hidden`.
  func add(
    step: Int, input: UnsafeMutablePointer<S>, hidden: UnsafeMutablePointer<S>,
    state: UnsafeMutablePointer<S>
  ) {
    let count = rows * gateWidth
    inputSlot?.advanced(by: step * count).add(input, count: count)
    S.reductions.columnSums(rows, gateWidth, hidden, biasGradient)
    BLAS.multiply(
      MatrixView(hidden, rows: rows, columns: gateWidth).transposed,
      MatrixView(state, rows: rows, columns: width), into: weightGradient, .adding)
  }

  /// The gradient by the state before, from that by its products.
  func carry(
    _ hidden: UnsafeMutablePointer<S>, into state: UnsafeMutablePointer<S>,
    _ accumulation: BLAS.Accumulation
  ) {
    BLAS.multiply(
      MatrixView(hidden, rows: rows, columns: gateWidth), weights,
      into: MatrixView(state, rows: rows, columns: width), accumulation)
  }
}
