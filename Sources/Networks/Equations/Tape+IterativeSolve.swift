import Autodiff
import Solvers
import Tensors

extension Tape<Double> {
  /// x with A x = b for a map that does not depend on the tape.
  ///
  /// The gradient of b is A⁻ᴴ x̄ by the same method, to the solver's tolerance and no better. A solve
  /// that does not converge gives NaN, and the tape's diagnosis says why.
  ///
  /// - Parameters:
  ///   - matrix: A
  ///   - adjoint: Aᴴ
  ///   - b: the right-hand side, as many numbers as the map has
  ///   - solver: the method
  /// - Returns: x in the shape of b
  public func linearSolve(
    _ matrix: LinearOperator, adjoint: LinearOperator, _ b: Variable<Double>,
    by solver: any LinearSolver
  ) -> Variable<Double> {
    let count = matrix.count * matrix.field.width
    Requirement.check(
      b.count == count && adjoint.count == matrix.count && adjoint.field == matrix.field,
      """
      linearSolve: a map of \(matrix.count) unknowns, its adjoint of \(adjoint.count) and a \
      right-hand side of \(b.shape) do not fit
      """)
    let solve = IterativeSolve(solver, count: count)
    return custom(
      [b], shape: b.shape, name: "IterativeSolve",
      value: { inputs, x in solve.solve(matrix, inputs[0], into: x) },
      gradient: { _, _, cotangent, shares in solve.addShare(adjoint, cotangent, to: shares[0]) },
      failure: { solve.failure })
  }

  /// x with A x = b for a sparse matrix whose entries are on the tape.
  ///
  /// - Parameters:
  ///   - entries: the stored entries of A in the order of `pattern`
  ///   - pattern: where they are; its own values are not used
  ///   - b: the right-hand side, [rows] or [rows, 2] when complex
  ///   - solver: the method, which is given Aᴴ for the gradient
  /// - Returns: x in the shape of b
  public func sparseSolve(
    _ entries: Variable<Double>, _ pattern: CSRMatrix, _ b: Variable<Double>,
    by solver: any LinearSolver
  ) -> Variable<Double> {
    let count = pattern.rows * pattern.field.width
    Requirement.check(
      entries.count == pattern.values.count && b.count == count,
      """
      sparseSolve: entries of \(entries.shape) and a right-hand side of \(b.shape) do not fit a \
      \(pattern.rows)x\(pattern.columns) matrix of \(pattern.values.count) entries
      """)
    let solve = IterativeSolve(solver, count: count)
    let matrix = { (values: UnsafePointer<Double>) in
      pattern.replacing(
        values: [Double](UnsafeBufferPointer(start: values, count: pattern.values.count)))
    }
    return custom(
      [entries, b], shape: b.shape, name: "SparseSolve",
      value: { inputs, x in solve.solve(LinearOperator(matrix(inputs[0])), inputs[1], into: x) },
      gradient: { inputs, x, cotangent, shares in
        let a = matrix(inputs[0])
        solve.addShare(.adjoint(of: a), cotangent, to: shares[1])
        guard let target = shares[0] else { return }
        let adjoint = LinearAdjoint(
          solution: [Double](UnsafeBufferPointer(start: x, count: count)),
          adjointSolution: solve.adjoint.values, field: a.field)
        for (index, share) in adjoint.entries(of: a).enumerated() { target[index] += share }
      },
      failure: { solve.failure })
  }
}
