/// Factorisations of square matrices in memory that their owner brings and reuses, for one kind of
/// number; nothing is allocated.
///
/// A matrix lies column by column and becomes its factors. `LUFactorisation` and
/// `CholeskyFactorisation` are the values on top of these.
public struct FactorisationKernels<S>: Sendable {
  /// Which system the factors solve.
  public enum Form: Sendable {
    /// A x = b
    case plain
    /// Aᵀ x = b
    case transposed
  }

  /// A, then its factors.
  public typealias Matrix = UnsafeMutablePointer<S>
  /// The factors.
  public typealias Factors = UnsafePointer<S>
  /// As many numbers as A has rows.
  public typealias Pivots = UnsafeMutablePointer<Int32>
  /// b column by column, then x.
  public typealias Sides = UnsafeMutablePointer<S>

  /// A = P L U with partial pivoting; false when a pivot is zero.
  public let factorise: @Sendable (_ size: Int, _ matrix: Matrix, _ pivots: Pivots) -> Bool
  /// Puts the solutions in place of the right-hand sides.
  public let solve:
    @Sendable (
      _ form: Form, _ size: Int, _ factors: Factors, _ pivots: UnsafePointer<Int32>,
      _ columns: Int, _ sides: Sides
    ) -> Void
  /// A = Uᴴ U of a Hermitian matrix, of which what LAPACK calls the upper triangle is read: 0, or the
  /// first leading minor that is not positive.
  public let factorisePositive: @Sendable (_ size: Int, _ matrix: Matrix) -> Int
  /// Puts the solutions in place of the right-hand sides.
  public let solvePositive:
    @Sendable (_ size: Int, _ factors: Factors, _ columns: Int, _ sides: Sides) -> Void
}
