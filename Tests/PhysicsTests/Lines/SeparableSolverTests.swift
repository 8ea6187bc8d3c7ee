import Physics
import Testing

@Suite("The separable solver")
struct SeparableSolverTests {
  /// (shift + scale (Ax + Ay)) x, row-major, from the definition of the operators.
  private func applied(
    _ along: LineOperator, _ across: LineOperator, shift: Double, scale: Double, to x: [Double]
  ) -> [Double] {
    let (n, rows) = (along.count, across.count)
    return (0..<rows * n).map { index in
      let (j, i) = (index / n, index % n)
      let west = i > 0 ? x[index - 1] : 0
      let east = i < n - 1 ? x[index + 1] : 0
      let south = j > 0 ? x[index - n] : 0
      let north = j < rows - 1 ? x[index + n] : 0
      let (cx, cy) = (along.conductances, across.conductances)
      let inX = (cx[i] * (x[index] - west) - cx[i + 1] * (east - x[index])) / along.weights[i]
      let inY = (cy[j] * (x[index] - south) - cy[j + 1] * (north - x[index])) / across.weights[j]
      return shift * x[index] + scale * (inX + inY)
    }
  }

  private func wavy(_ count: Int) -> [Double] {
    (0..<count).map { Double(($0 * 7919) % 101) / 50 - 1 }
  }

  private func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  @Test(arguments: [0.0, 1.3])
  func pressureEquationIsSolvedToRoundOff(stretching: Double) {
    let x = LineOperator.zeroGradient(GridAxis(cells: 24, length: 2, stretching: stretching))
    let y = LineOperator.zeroGradient(GridAxis(cells: 18, length: 1, stretching: 2 * stretching))
    let wanted = wavy(x.count * y.count)
    let right = applied(x, y, shift: 0, scale: 1, to: wanted)
    let found = SeparableSolver(along: x, across: y).solution(of: right)
    let residual = largestDifference(applied(x, y, shift: 0, scale: 1, to: found), right)
    #expect(residual < 1e-11 * (right.map { abs($0) }.max() ?? 0))
    let offset = found[0] - wanted[0]
    #expect(largestDifference(found, wanted.map { $0 + offset }) < 1e-10)
  }

  /// Long grids are transformed across, even and odd heights, with and without mirror symmetry.
  @Test(arguments: [(12, 0.0), (13, 0.0), (12, 0.03)])
  func pressureOfALongOpenChannelIsSolvedToRoundOff(rows: Int, slope: Double) {
    let x = LineOperator.openEnd(GridAxis(cells: 40, length: 3, stretching: 0.5))
    let y = LineOperator(
      weights: (0..<rows).map { 0.1 + slope * Double($0) },
      conductances: (0...rows).map { $0 == 0 || $0 == rows ? 0 : 8 })
    let wanted = wavy(x.count * y.count)
    let right = applied(x, y, shift: 0, scale: 1, to: wanted)
    let found = SeparableSolver(along: x, across: y).solution(of: right)
    #expect(largestDifference(found, wanted) < 1e-10)
  }

  @Test(arguments: [16, 17])
  func implicitDiffusionAgreesWithADenseSolve(cells: Int) {
    let x = LineOperator.wallNormal(GridAxis(cells: cells, length: 1, stretching: 1))
    let y = LineOperator.wallParallel(GridAxis(cells: 9, length: 1))
    let right = wavy(x.count * y.count)
    let solver = SeparableSolver(along: x, across: y)
    solver.prepare(shift: 1, scale: 0.3)
    let unknowns = right.count
    let columns = (0..<unknowns).map { k in
      applied(x, y, shift: 1, scale: 0.3, to: (0..<unknowns).map { $0 == k ? 1 : 0 })
    }
    let dense = solvedByElimination(columns: columns, right: right)
    #expect(largestDifference(solver.solution(of: right), dense) < 1e-12)
  }

  @Test func gridsWithoutMirrorSymmetryAreSolvedToo() {
    let conductances = (0...12).map { 3 + Double($0) }
    let weights = (0..<12).map { 0.1 + 0.02 * Double($0) }
    let x = LineOperator(weights: weights, conductances: conductances)
    let y = LineOperator.wallParallel(GridAxis(cells: 7, length: 1))
    let right = wavy(84)
    let found = SeparableSolver(along: x, across: y).solution(of: right)
    #expect(largestDifference(applied(x, y, shift: 0, scale: 1, to: found), right) < 1e-11)
  }

  @Test func eigenvaluesOfTheUniformLineAreTheKnownOnes() {
    let n = 20
    let matrix = SymmetricTridiagonal(
      diagonal: [Double](repeating: 2, count: n), offDiagonal: [Double](repeating: -1, count: n - 1)
    )
    let values = matrix.eigensystem().values.sorted()
    // 2 - 2 cos(k pi / (n + 1)) = 4 sin^2; the sum of all is the trace 2 n.
    #expect(abs(values.reduce(0, +) - 40) < 1e-12)
    #expect(abs(values[0] - 0.022338347549742956) < 1e-14)
    #expect(abs(values[n - 1] - 3.977661652450257) < 1e-14)
  }

  /// Gaussian elimination with partial pivoting; `columns[k]` is column k.
  private func solvedByElimination(columns: [[Double]], right: [Double]) -> [Double] {
    let n = right.count
    var rows = (0..<n).map { j in columns.map { $0[j] } + [right[j]] }
    for k in 0..<n {
      let pivot = (k..<n).max { abs(rows[$0][k]) < abs(rows[$1][k]) } ?? k
      rows.swapAt(k, pivot)
      for j in k + 1..<n where rows[j][k] != 0 {
        let factor = rows[j][k] / rows[k][k]
        for i in k...n { rows[j][i] -= factor * rows[k][i] }
      }
    }
    var x = [Double](repeating: 0, count: n)
    for k in (0..<n).reversed() {
      let known = (k + 1..<n).reduce(0) { $0 + rows[k][$1] * x[$1] }
      x[k] = (rows[k][n] - known) / rows[k][k]
    }
    return x
  }
}
