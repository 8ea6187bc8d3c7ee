import Foundation
import Solvers
import Tensors
import Testing

/// Gradients of a solve against central differences.
@Suite struct LinearAdjointTests {
  /// The best step of a central difference, ε^(1/3), whose error is about ε^(2/3) times the third
  /// derivative, which for these well-conditioned systems is below 10.
  private static let step = 6e-6
  private static let tolerance = 1e-9

  @Test(arguments: [NumberField.real, .complex])
  func theCotangentsOfMatrixAndRightHandSideEqualDifferences(field: NumberField) throws {
    let n = 4
    let a = LinearSystems.general(n, n, field, shift: 3)
    let b = LinearSystems.right(n, field)
    let seed = (0..<b.count).map { cos(Double($0) + 0.5) }
    func value(_ a: DenseMatrix, _ b: [Double]) throws -> Double {
      zip(seed, try LUFactorisation(a).solve(b)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let factors = try LUFactorisation(a)
    let adjoint = LinearAdjoint(factors, solution: factors.solve(b), seed: seed)
    for index in b.indices {
      var (up, down) = (b, b)
      up[index] += Self.step
      down[index] -= Self.step
      let slope = (try value(a, up) - value(a, down)) / (2 * Self.step)
      #expect(abs(adjoint.rightHandSide[index] - slope) < Self.tolerance)
    }
    let gradient = adjoint.matrix().values
    for index in a.values.indices {
      func moved(_ by: Double) -> DenseMatrix {
        var values = a.values
        values[index] += by
        return DenseMatrix(rows: n, columns: n, field: field, values: values)
      }
      let slope = (try value(moved(Self.step), b) - value(moved(-Self.step), b)) / (2 * Self.step)
      #expect(abs(gradient[index] - slope) < Self.tolerance)
    }
  }

  @Test func aSparseMatrixHasCotangentsAtItsEntriesFromAnIterativeSolve() throws {
    let a = LinearSystems.line(12, -1.2, 3, -0.8)
    let b = LinearSystems.right(12, .real)
    let seed = (0..<12).map { cos(Double($0)) }
    let limits = SolveLimits(tolerance: 1e-14)
    func solution(_ matrix: LinearOperator, _ b: [Double]) -> [Double] {
      let x = Buffer<Double>(count: 12)
      #expect(GMRES(limits).solve(matrix, LinearSystems.buffer(b), into: x).outcome == .converged)
      return x.values
    }
    let x = solution(LinearOperator(a), b)
    let lambda = solution(.adjoint(of: a), seed)
    let entries = LinearAdjoint(solution: x, adjointSolution: lambda).entries(of: a)
    #expect(entries.count == a.values.count)
    for index in [0, 7, 20, entries.count - 1] {
      func value(_ by: Double) -> Double {
        var values = a.values
        values[index] += by
        let moved = CSRMatrix(
          rows: 12, columns: 12, rowStarts: a.rowStarts, columnIndices: a.columnIndices,
          values: values)
        return zip(seed, solution(LinearOperator(moved), b)).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let slope = (value(Self.step) - value(-Self.step)) / (2 * Self.step)
      #expect(abs(entries[index] - slope) < Self.tolerance)
    }
  }

  @Test func theAdjointOfASparseMatrixPassesTheDotProductTest() {
    let values = (0..<10).map { sin(Double($0)) }
    let a = CSRMatrix(
      rows: 2, columns: 3, field: .complex, rowStarts: [0, 3, 5], columnIndices: [0, 1, 2, 0, 2],
      values: values)
    let (x, y) = (LinearSystems.buffer([1, 2, 3, 4, 5, 6]), LinearSystems.buffer([0.5, -1, 2, 7]))
    let (ax, ay) = (Buffer<Double>(count: 4), Buffer<Double>(count: 6))
    a.multiply(x, into: ax)
    a.multiplyAdjoint(y, into: ay)
    let left = zip(ax.values, y.values).reduce(0) { $0 + $1.0 * $1.1 }
    let right = zip(x.values, ay.values).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(left - right) < 1e-13)
  }
}
