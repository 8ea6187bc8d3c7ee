import Foundation
import Solvers
import Tensors
import Testing

/// Multigrid on manufactured problems: the discrete solution is known exactly, the factor must be small
/// and the same on every grid.
@Suite struct MultigridTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let boundaries: [BoxBoundary]
    let shift: Double
    /// The error factor of a V(2,1) cycle at most; textbook values for the 5- and 7-point stencils with
    /// red-black Gauss-Seidel lie near 0.06 and 0.12 (Trottenberg et al., tables 2.3 and 2.6 onwards).
    let factor: Double
  }

  static let cases = [
    Case(
      testDescription: "2-D Dirichlet", boundaries: [.dirichlet, .dirichlet], shift: 0, factor: 0.15
    ),
    Case(testDescription: "2-D Neumann", boundaries: [.neumann, .neumann], shift: 0, factor: 0.15),
    Case(
      testDescription: "2-D periodic", boundaries: [.periodic, .periodic], shift: 0, factor: 0.15),
    Case(
      testDescription: "2-D mixed", boundaries: [.periodic, .dirichlet], shift: 3, factor: 0.15),
    Case(
      testDescription: "3-D mixed", boundaries: [.dirichlet, .periodic, .neumann], shift: 0,
      factor: 0.25),
    Case(
      testDescription: "3-D Dirichlet", boundaries: [.dirichlet, .dirichlet, .dirichlet], shift: 1,
      factor: 0.25),
  ]

  private static func points(_ boundary: BoxBoundary, level: Int) -> Int {
    switch boundary {
    case .dirichlet: 1 << level - 1
    case .neumann: 1 << level + 1
    case .periodic: 1 << level
    }
  }

  @Test(arguments: cases)
  func theFactorOfACycleIsSmallOnEveryGrid(item: Case) {
    let levels = item.boundaries.count == 2 ? [4, 5, 6, 7] : [3, 4, 5]
    let factors = levels.map { level -> Double in
      let counts = item.boundaries.map { Self.points($0, level: level) }
      let box = PoissonBox(
        counts: counts, lengths: counts.map { _ in 1 }, boundaries: item.boundaries,
        shift: item.shift)
      let (f, exact) = manufactured(box)
      let u = Buffer<Double>(count: f.count)
      let limits = SolveLimits(tolerance: 1e-10, iterations: 20)
      let report = Multigrid(box).solve(LinearSystems.buffer(f), into: u, limits)
      #expect(report.outcome == .converged, "\(report)")
      // Residual 1e-10 relative to f, and 1 ≤ f / u.
      #expect(LinearSystems.largestDifference(u.values, exact) < 1e-9)
      let last = report.residuals[report.residuals.count - 1]
      return pow(last / report.residuals[0], 1 / Double(report.iterations))
    }
    #expect(factors.allSatisfy { $0 < item.factor }, "\(factors)")
    // Independent of the grid: no growth from one to the next beyond a tenth.
    #expect(zip(factors, factors.dropFirst()).allSatisfy { $1 < $0 + 0.1 }, "\(factors)")
  }

  @Test(arguments: [MultigridCycle.v, .w, .f])
  func allCyclesFindTheSameSolution(cycle: MultigridCycle) {
    let box = PoissonBox(counts: [31, 31], lengths: [1, 1], boundaries: [.dirichlet, .dirichlet])
    let (f, exact) = manufactured(box)
    let solver = Multigrid(box, cycle: cycle)
    let u = Buffer<Double>(count: f.count)
    let report = solver.solve(LinearSystems.buffer(f), into: u)
    #expect(report.outcome == .converged && report.iterations <= 12)
    #expect(LinearSystems.largestDifference(u.values, exact) < 1e-9)
    #expect(solver.gridCounts == [[31, 31], [15, 15], [7, 7], [3, 3]])
  }

  @Test func aNeumannProblemWithoutBalanceIsSingular() {
    let box = PoissonBox(counts: [17, 17], lengths: [1, 1], boundaries: [.neumann, .neumann])
    let f = LinearSystems.buffer([Double](repeating: 1, count: 289))
    #expect(Multigrid(box).solve(f, into: Buffer(count: 289)).outcome == .singular)
  }

  @Test func aLimitAndBadNumbersAreReported() {
    let box = PoissonBox(counts: [31, 31], lengths: [1, 1], boundaries: [.dirichlet, .dirichlet])
    let f = LinearSystems.buffer(manufactured(box).f)
    let short = Multigrid(box).solve(
      f, into: Buffer(count: f.count), SolveLimits(tolerance: 1e-12, iterations: 2))
    #expect(short.outcome == .iterationLimit && short.iterations == 2)
    f.start[100] = .infinity
    #expect(Multigrid(box).solve(f, into: Buffer(count: f.count)).outcome == .notFinite)
  }

  /// A product of waves that fit the ends, which is an eigenvector of the difference operator too.
  private func manufactured(_ box: PoissonBox) -> (f: [Double], u: [Double]) {
    var eigenvalue = box.shift
    var factors: [[Double]] = []
    for axis in box.counts.indices {
      let n = box.counts[axis]
      let (h, wave): (Double, (Int) -> Double) =
        switch box.boundaries[axis] {
        case .dirichlet: (1 / Double(n + 1), { sin(2 * .pi * Double($0 + 1) / Double(n + 1)) })
        case .neumann: (1 / Double(n - 1), { cos(2 * .pi * Double($0) / Double(n - 1)) })
        case .periodic: (1 / Double(n), { sin(2 * .pi * Double($0) / Double(n)) })
        }
      eigenvalue += (2 - 2 * cos(2 * .pi * h)) / (h * h)
      factors.append((0..<n).map(wave))
    }
    let u = factors.reduce([1.0]) { product, factor in
      product.flatMap { p in factor.map { p * $0 } }
    }
    return (u.map { eigenvalue * $0 }, u)
  }
}
