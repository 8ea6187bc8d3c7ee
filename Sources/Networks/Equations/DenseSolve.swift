import Autodiff
import Solvers
import Tensors

/// The factors of one dense system on a tape, kept from the forward to the backward step.
///
/// A resource with identity: its buffers are reused by every pass.
final class DenseSolve<S: SolverScalar> {
  private let size: Int
  private let columns: Int
  private let kind: DenseSystemKind
  private let factors: Buffer<S>
  /// X or its cotangent column by column, and A⁻ᵀ times that row by row.
  private let sides: Buffer<S>
  private let adjoint: Buffer<S>
  private var pivots: [Int32]
  /// Why the last system has no solution; empty when it has one.
  private(set) var failure = ""

  init(size: Int, columns: Int, kind: DenseSystemKind) {
    self.size = size
    self.columns = columns
    self.kind = kind
    factors = Buffer(count: size * size)
    sides = Buffer(count: size * columns)
    adjoint = Buffer(count: size * columns)
    pivots = [Int32](repeating: 0, count: size)
  }

  func solve(_ a: UnsafePointer<S>, _ b: UnsafePointer<S>, into x: UnsafeMutablePointer<S>) {
    failure = factorise(a)
    guard failure.isEmpty else { return S.elements.fill(size * columns, S.nan, x) }
    S.moves.transpose(size, columns, b, sides.start)
    // row by row the matrix is Aᵀ to the factorisation, which reads columns first
    apply(.transposed)
    S.moves.transpose(columns, size, sides.start, x)
  }

  private func factorise(_ a: UnsafePointer<S>) -> String {
    let start = factors.start
    start.update(from: a, count: size * size)
    switch kind {
    case .general:
      return S.factorisation.factorise(size, start, &pivots)
        ? "" : String(describing: LinearFailure.singular(size: size, reciprocalCondition: 0))
    case .positiveDefinite:
      S.moves.transposeAdd(size, size, a, start)
      S.elements.scale(size * size, 0.5, start, start)
      let minor = S.factorisation.factorisePositive(size, start)
      return minor == 0
        ? "" : String(describing: LinearFailure.notPositiveDefinite(size: size, minor: minor))
    }
  }

  private func apply(_ form: FactorisationKernels<S>.Form) {
    switch kind {
    case .general: S.factorisation.solve(form, size, factors.start, pivots, columns, sides.start)
    case .positiveDefinite:
      S.factorisation.solvePositive(size, factors.start, columns, sides.start)
    }
  }

  /// Λ = A⁻ᵀ X̄ is the cotangent of B, −Λ Xᵀ that of A (symmetrised when A is).
  func addShares(
    solution x: UnsafePointer<S>, cotangent: UnsafePointer<S>,
    toMatrix matrix: UnsafeMutablePointer<S>?, toSides right: UnsafeMutablePointer<S>?
  ) {
    S.moves.transpose(size, columns, cotangent, sides.start)
    if failure.isEmpty { apply(.plain) } else { sides.fill(S.nan) }
    S.moves.transpose(columns, size, sides.start, adjoint.start)
    if let right { S.elements.axpy(size * columns, 1, adjoint.start, right) }
    guard let matrix else { return }
    let target = MatrixView(matrix, rows: size, columns: size)
    let lambda = MatrixView(adjoint.start, rows: size, columns: columns)
    let solution = MatrixView(UnsafeMutablePointer(mutating: x), rows: size, columns: columns)
    switch kind {
    case .general: BLAS.multiply(lambda, solution.transposed, into: target, .adding, scale: -1)
    case .positiveDefinite:
      BLAS.multiply(lambda, solution.transposed, into: target, .adding, scale: -0.5)
      BLAS.multiply(solution, lambda.transposed, into: target, .adding, scale: -0.5)
    }
  }
}
