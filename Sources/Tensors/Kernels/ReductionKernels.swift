/// Sums in Double with a fixed order of partial sums.
public struct ReductionKernels<S>: Sendable {
  /// Sums over the rows or columns of x [rows, columns], added to `sums`.
  public typealias Lines =
    @Sendable (
      _ rows: Int, _ columns: Int, _ x: UnsafePointer<S>, _ sums: UnsafeMutablePointer<S>
    ) -> Void

  /// Σ x²
  public let squareSum: @Sendable (_ count: Int, _ x: UnsafePointer<S>) -> Double
  /// The index of the first number of x that is not finite; `count` when there is none
  public let firstNotFinite: @Sendable (_ count: Int, _ x: UnsafePointer<S>) -> Int
  /// Σ (a - b)²
  public let squareDifferenceSum:
    @Sendable (_ count: Int, _ a: UnsafePointer<S>, _ b: UnsafePointer<S>) -> Double
  /// sums[r] += Σ over c of x[r, c]
  public let rowSums: Lines
  /// sums[c] += Σ over r of x[r, c]
  public let columnSums: Lines
}
