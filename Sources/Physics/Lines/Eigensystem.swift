/// Eigenvalues and orthonormal eigenvectors of a symmetric matrix.
public struct Eigensystem: Sendable, Equatable {
  /// The eigenvalues, in no order.
  public let values: [Double]
  /// Entry k of the vector that belongs to `values[m]`, at `m * values.count + k`.
  public let vectors: [Double]
}
