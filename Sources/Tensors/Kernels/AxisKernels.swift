/// Copies, sums and choices along the axes of arrays.
public struct AxisKernels<S>: Sendable {
  /// From a source to a target along the axes of a `StridedMove`.
  public typealias Move =
    @Sendable (_ move: StridedMove, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>) -> Void
  /// From one array to another through `count` indices of rows.
  public typealias Rows =
    @Sendable (
      _ count: Int, _ columns: Int, _ indices: UnsafePointer<Int>, _ x: UnsafePointer<S>,
      _ y: UnsafeMutablePointer<S>
    ) -> Void

  /// y[to] = x[from]
  public let copy: Move
  /// y[to] += x[from], where no two elements of the target are one
  public let add: Move
  /// y[kept] += Σ over the reduced axes of x, in Double; y is dense
  public let sumsAdd:
    @Sendable (
      _ kept: StridedMove, _ reduced: StridedMove, _ x: UnsafePointer<S>,
      _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// y[i, :] = x[indices[i], :]
  public let gatherRows: Rows
  /// y[indices[i], :] += x[i, :] in the order of i
  public let scatterRowsAdd: Rows
}
