import COpenBLAS

/// A direct solver for an equation that differs from a separable one in a few rows.
///
/// With A = L + E M, where E picks the changed rows and M holds their differences, the solution of
/// A x = f is x = L^-1 (f - E y), y = K^-1 M L^-1 f, with the capacitance matrix K = I + M L^-1 E
/// (Woodbury; Buzbee, Dorr, George & Golub 1971, SIAM J. Numer. Anal. 8, 722-736). K is as large as
/// the number of changed rows and is inverted once, so a solve costs little more than one with L.
final class PatchedSolver {
  private let solver: SeparableSolver
  private let patch: OperatorPatch
  private let inverse: NumberBuffer
  private let lines: Range<Int>
  private let differences: NumberBuffer
  private let sources: NumberBuffer

  /// A solver for `separable` with its rows changed by `patch`; it takes one solve a changed row.
  convenience init(_ separable: SeparableSolver, patch: OperatorPatch) {
    self.init(
      separable, patch: patch, inverse: PatchedSolver.inverseCapacitance(separable, patch: patch))
  }

  private init(_ separable: SeparableSolver, patch: OperatorPatch, inverse: NumberBuffer) {
    solver = separable
    self.patch = patch
    self.inverse = inverse
    let touched = patch.neighbours.map {
      separable.line(column: $0 % patch.columns, row: $0 / patch.columns)
    }
    lines = (touched.min() ?? 0)..<(touched.max() ?? -1) + 1
    differences = NumberBuffer(count: patch.cells.count)
    sources = NumberBuffer(count: patch.cells.count)
  }

  /// A solver with scratch memory of its own that shares the inverse; `separable` must be equal.
  func copy(with separable: SeparableSolver) -> PatchedSolver {
    PatchedSolver(separable, patch: patch, inverse: inverse)
  }

  /// Replaces the right-hand side in `field`, dense rows of `patch.columns`, by the solution.
  func solve(_ field: UnsafeMutablePointer<Double>) {
    solver.solve(field, stride: patch.columns, lines: lines) { first in
      patch.apply(to: first, into: differences.base)
      let n = Int32(patch.cells.count)
      cblas_dgemv(
        CblasColMajor, CblasNoTrans, n, n, -1, inverse.base, n, differences.base, 1, 0,
        sources.base, 1)
      clear(first)
      for (index, cell) in patch.cells.enumerated() { first[cell] = sources.base[index] }
    }
  }

  private func clear(_ field: UnsafeMutablePointer<Double>) {
    let isColumn = solver.line(column: 1, row: 0) == 1
    for row in isColumn ? 0..<patch.rows : lines {
      let start = field + row * patch.columns
      if isColumn {
        (start + lines.lowerBound).update(repeating: 0, count: lines.count)
      } else {
        start.update(repeating: 0, count: patch.columns)
      }
    }
  }

  /// K^-1, column after column.
  private static func inverseCapacitance(
    _ solver: SeparableSolver, patch: OperatorPatch
  ) -> NumberBuffer {
    let n = patch.cells.count
    let matrix = NumberBuffer(count: n * n)
    let inverse = NumberBuffer(count: n * n)
    let response = NumberBuffer(count: patch.columns * patch.rows)
    for (column, cell) in patch.cells.enumerated() {
      response.base.update(repeating: 0, count: response.count)
      response.base[cell] = 1
      solver.solve(
        response.base, stride: patch.columns, into: response.base, stride: patch.columns)
      patch.apply(to: response.base, into: matrix.base + column * n)
      matrix.base[column * n + column] += 1
      inverse.base[column * n + column] = 1
    }
    var size = Int32(n)
    var pivots = [Int32](repeating: 0, count: n)
    var status: Int32 = 0
    dgetrf_(&size, &size, matrix.base, &size, &pivots, &status)
    precondition(status == 0, "the capacitance matrix of the body is singular")
    dgetrs_("N", &size, &size, matrix.base, &size, pivots, inverse.base, &size, &status)
    return inverse
  }
}
