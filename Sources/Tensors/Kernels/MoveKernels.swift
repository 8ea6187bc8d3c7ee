/// Copies to other places, and sums over the places that a number was copied to.
public struct MoveKernels<S>: Sendable {
  /// From one array to another, of `rows` and `columns`.
  public typealias Matrix =
    @Sendable (
      _ rows: Int, _ columns: Int, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// From one array to another through `count` indices of each row.
  public typealias Indexed =
    @Sendable (
      _ rows: Int, _ columns: Int, _ count: Int, _ indices: UnsafePointer<Int>,
      _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void

  /// y[r, c] += x[r]
  public let biasRows: Matrix
  /// y[r, c] += x[c]
  public let biasColumns: Matrix
  /// y[c, r] = x[r, c]
  public let transpose: Matrix
  /// y[c, r] += x[r, c]
  public let transposeAdd: Matrix
  /// y[r, c] = x[r]
  public let spread: Matrix
  /// y[r, i] = x[r, indices[i]] for x [rows, columns]
  public let gather: Indexed
  /// y[r, indices[i]] += x[r, i] for y [rows, columns]
  public let scatterAdd: Indexed
}
