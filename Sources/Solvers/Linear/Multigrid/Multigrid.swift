import Tensors

/// Geometric multigrid for Poisson's and Helmholtz-like equations on a box.
///
/// Red-black Gauss-Seidel, full weighting and linear interpolation (Trottenberg, Oosterlee & Schüller,
/// "Multigrid", 2001, chapter 2). The error falls by about a factor 10 a cycle whatever the grid, as
/// long as axes can be halved down to two or three points: 2^k − 1 points with Dirichlet, 2^k + 1 with
/// Neumann, 2^k with periodic ends. Spacings should be alike along the axes.
public final class Multigrid {
  /// The problem.
  public let box: PoissonBox
  /// The cycle.
  public let cycle: MultigridCycle
  /// Sweeps before and after the visit of a coarser grid.
  public let sweeps: (before: Int, after: Int)
  private let levels: [MultigridLevel]

  /// A solver with its hierarchy of grids.
  public init(
    _ box: PoissonBox, cycle: MultigridCycle = .v, sweeps: (before: Int, after: Int) = (2, 1)
  ) {
    self.box = box
    self.cycle = cycle
    self.sweeps = sweeps
    var boxes = [box]
    while let coarser = boxes[boxes.count - 1].coarser { boxes.append(coarser) }
    levels = boxes.map(MultigridLevel.init)
  }

  /// The points of every grid, the finest first.
  public var gridCounts: [[Int]] { levels.map(\.grid.box.counts) }

  /// Solves −Δu + c u = f from the u given; both hold the box's points row by row.
  ///
  /// In a box without Dirichlet ends and without shift u is fixed by its mean 0, and an f whose mean is
  /// not 0 has no solution: the outcome is `singular`. An iteration is a cycle.
  public func solve(
    _ f: Buffer<Double>, into u: Buffer<Double>, _ limits: SolveLimits = SolveLimits()
  ) -> SolveReport {
    let points = box.counts.reduce(1, *)
    precondition(
      f.count == points && u.count == points,
      "f of \(f.count) and u of \(u.count) numbers for \(points) points")
    let finest = levels[0]
    finest.copy(f.start, finest.f, .load)
    finest.copy(u.start, finest.u, .load)
    let size = Double.reductions.squareSum(points, f.start).squareRoot()
    if box.isSingular {
      let mean = finest.grid.mean(finest.f.start)
      let rounding = Self.meanRounding * size / Double(points).squareRoot()
      guard abs(mean) <= rounding else {
        return SolveReport(outcome: .singular, residuals: [], limits: limits)
      }
      finest.removeMean(of: finest.f)
    }
    var history = ResidualHistory(limits, size: size)
    var outcome: LinearOutcome?
    while true {
      outcome = history.add(finest.computeResidual().squareRoot())
      if outcome != nil { break }
      visit(0, cycle)
      if box.isSingular { finest.removeMean(of: finest.u) }
    }
    finest.copy(u.start, finest.u, .store)
    return history.report(outcome ?? .iterationLimit)
  }

  private func visit(_ index: Int, _ cycle: MultigridCycle) {
    let level = levels[index]
    guard index + 1 < levels.count else { return solveCoarsest(level) }
    for _ in 0..<sweeps.before { level.smooth() }
    _ = level.computeResidual()
    let coarser = levels[index + 1]
    level.restrict(to: coarser)
    visit(index + 1, cycle)
    switch cycle {
    case .v: break
    case .w: visit(index + 1, .w)
    case .f: visit(index + 1, .v)
    }
    level.correct(from: coarser)
    for _ in 0..<sweeps.after { level.smooth() }
  }

  /// Sweeps until the slowest wave of the coarsest grid is gone: their number grows with its square.
  private func solveCoarsest(_ level: MultigridLevel) {
    if box.isSingular { level.removeMean(of: level.f) }
    let extent = level.grid.counts.max() ?? 1
    for _ in 0..<min(Self.coarseSweeps * extent * extent, Self.mostCoarseSweeps) { level.smooth() }
    if box.isSingular { level.removeMean(of: level.u) }
  }

  private static let coarseSweeps = 4
  private static let mostCoarseSweeps = 400
  /// A mean of f below this share of its root mean square is rounding.
  private static let meanRounding = 1e-12
}
