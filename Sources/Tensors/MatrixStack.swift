/// Matrices of one size at even distances in memory, for many small products in one call.
public struct MatrixStack<S> {
  /// The first matrix.
  public let first: MatrixView<S>
  /// The number of matrices.
  public let count: Int
  /// Elements from one matrix to the next; 0 repeats the first.
  public let step: Int

  /// `count` matrices like `first`, `step` elements apart.
  public init(_ first: MatrixView<S>, count: Int, step: Int) {
    self.first = first
    self.count = count
    self.step = step
  }

  /// `count` matrices like `first`, one directly behind the other.
  public init(_ first: MatrixView<S>, count: Int) {
    let storedRows = first.orientation == .stored ? first.rows : first.columns
    self.init(first, count: count, step: storedRows * first.stride)
  }

  /// The same memory with the rows and columns of each matrix exchanged.
  public var transposed: MatrixStack<S> {
    MatrixStack(first.transposed, count: count, step: step)
  }
}
