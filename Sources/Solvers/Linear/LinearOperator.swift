import Tensors

/// A square linear map on vectors, known by what it does and not by its entries.
///
/// Vectors are buffers of `count` numbers, pairs in the complex field.
public struct LinearOperator {
  /// y = A x for different buffers x and y.
  public typealias Product = (_ x: Buffer<Double>, _ y: Buffer<Double>) -> Void

  /// The unknowns.
  public let count: Int
  /// The numbers of its vectors.
  public let field: NumberField
  /// y = A x.
  public let apply: Product

  /// The map `apply` on `count` numbers.
  public init(count: Int, field: NumberField = .real, apply: @escaping Product) {
    self.count = count
    self.field = field
    self.apply = apply
  }

  /// The product with a dense matrix.
  public init(_ matrix: DenseMatrix) {
    Requirement.check(
      matrix.rows == matrix.columns, "a \(matrix.rows)x\(matrix.columns) matrix is not square")
    self.init(count: matrix.rows, field: matrix.field) { x, y in matrix.multiply(x, into: y) }
  }

  /// The product with a sparse matrix.
  public init(_ matrix: CSRMatrix) {
    Requirement.check(
      matrix.rows == matrix.columns, "a \(matrix.rows)x\(matrix.columns) matrix is not square")
    self.init(count: matrix.rows, field: matrix.field) { x, y in matrix.multiply(x, into: y) }
  }

  /// The product with the conjugate transpose of a sparse matrix.
  public static func adjoint(of matrix: CSRMatrix) -> LinearOperator {
    LinearOperator(count: matrix.rows, field: matrix.field) { x, y in
      matrix.multiplyAdjoint(x, into: y)
    }
  }
}
