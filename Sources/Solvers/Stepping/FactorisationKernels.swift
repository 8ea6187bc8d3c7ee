/// LU factorisation of a square matrix kept column by column, in one precision.
public struct FactorisationKernels<S>: Sendable {
  /// size, matrix (becomes its factors), pivots; false when the matrix is singular
  let factorise: @Sendable (Int, UnsafeMutablePointer<S>, UnsafeMutablePointer<Int32>) -> Bool
  /// size, factors, pivots, right side (becomes the solution)
  let solve:
    @Sendable (Int, UnsafePointer<S>, UnsafePointer<Int32>, UnsafeMutablePointer<S>) -> Void
}
