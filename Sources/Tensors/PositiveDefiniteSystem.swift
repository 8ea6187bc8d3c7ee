import COpenBLAS

/// Linear systems A x = b with a symmetric positive definite A, in Double.
public enum PositiveDefiniteSystem {
  /// Whether a system was solved.
  public enum Outcome: Sendable, Equatable {
    /// b holds x.
    case solved
    /// A is not positive definite in this precision; b is as it was.
    case notPositiveDefinite
  }

  /// Solves by Cholesky's method (LAPACK's dposv).
  ///
  /// - Parameters:
  ///   - size: n
  ///   - matrix: A [n, n], symmetric, so that row- and column-major are one; destroyed
  ///   - vector: b [n], then x
  /// - Returns: whether b now holds x
  public static func solve(
    size: Int, matrix: UnsafeMutablePointer<Double>, vector: UnsafeMutablePointer<Double>
  ) -> Outcome {
    var triangle = CChar(UInt8(ascii: "L"))
    var n = Int32(size)
    var columns: Int32 = 1
    var info: Int32 = 0
    var columnSize = n
    var rowSize = n
    dposv_(&triangle, &n, &columns, matrix, &columnSize, vector, &rowSize, &info)
    precondition(info >= 0, "dposv was called with a wrong argument \(-info)")
    return info == 0 ? .solved : .notPositiveDefinite
  }
}
