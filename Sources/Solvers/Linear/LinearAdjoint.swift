/// The reverse-mode derivative of x = A⁻¹ b.
///
/// With the seed s = ∂J/∂x the cotangents are λ = A⁻ᴴ s for b and −λ xᴴ for A (Giles 2008, "Collected
/// matrix derivative results", section 2.2.4; conjugates where numbers are complex and J is real).
public struct LinearAdjoint: Sendable, Equatable {
  /// λ, the cotangent of b.
  public let rightHandSide: [Double]
  private let solution: [Double]
  private let field: NumberField

  /// From the solution x and λ, which the caller got from any solver.
  public init(solution: [Double], adjointSolution: [Double], field: NumberField = .real) {
    self.solution = solution
    self.field = field
    rightHandSide = adjointSolution
  }

  /// From a factorisation of A, the solution x and the seed.
  public init(_ factors: LUFactorisation, solution: [Double], seed: [Double]) {
    self.init(
      solution: solution, adjointSolution: factors.solveAdjoint(seed), field: factors.field)
  }

  /// −λ xᴴ, row-major.
  public func matrix() -> DenseMatrix {
    let n = solution.count / field.width
    let values = (0..<n).flatMap { row in (0..<n).flatMap { entry(row, $0) } }
    return DenseMatrix(rows: n, columns: n, field: field, values: values)
  }

  /// −λ xᴴ at the entries of a sparse matrix, in their order.
  public func entries(of matrix: CSRMatrix) -> [Double] {
    (0..<matrix.rows).flatMap { row in
      matrix.columnIndices[matrix.rowStarts[row]..<matrix.rowStarts[row + 1]].flatMap {
        entry(row, $0)
      }
    }
  }

  private func entry(_ row: Int, _ column: Int) -> [Double] {
    switch field {
    case .real: return [-rightHandSide[row] * solution[column]]
    case .complex:
      let lambda = ComplexNumber(rightHandSide[2 * row], rightHandSide[2 * row + 1])
      let x = ComplexNumber(solution[2 * column], solution[2 * column + 1])
      let product = -1 * (lambda * x.conjugate)
      return [product.real, product.imaginary]
    }
  }
}
