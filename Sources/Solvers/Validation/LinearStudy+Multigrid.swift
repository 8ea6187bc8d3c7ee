import Foundation
import Tensors

extension LinearStudy {
  /// The factor of a V(2,1) cycle, which must be small and the same on every grid.
  static var multigrid: [LinearStudy] {
    let cases: [(String, axes: Int, levels: [Int], most: Double)] = [
      ("2d", 2, [4, 5, 6, 7], 0.15), ("3d", 3, [3, 4, 5], 0.25),
    ]
    return cases.flatMap { name, axes, levels, most in
      let factors = levels.map { factor(axes: axes, points: 1 << $0 - 1) }
      let words = "\(1 << levels[0] - 1) to \(1 << levels[levels.count - 1] - 1) points an axis"
      return [
        LinearStudy(
          name: "multigrid-\(name)", quantity: "largest residual factor of a V cycle, \(words)",
          observed: factors.contains(where: \.isNaN) ? .nan : factors.max() ?? .nan,
          expected: most / 2, tolerance: most / 2,
          source: "about 0.06 and 0.12: Trottenberg, Oosterlee & Schüller (2001), chapter 2"),
        LinearStudy(
          name: "multigrid-\(name)-independence",
          quantity: "factor on the finest grid less that on the one before",
          observed: factors[factors.count - 1] - factors[factors.count - 2], expected: 0,
          tolerance: 0.02, source: "independent of the grid"),
      ]
    }
  }

  private static func factor(axes: Int, points: Int) -> Double {
    let counts = [Int](repeating: points, count: axes)
    let box = PoissonBox(
      counts: counts, lengths: counts.map { _ in 1 },
      boundaries: counts.map { _ in .dirichlet })
    let f = buffer(noise(counts.reduce(1, *), seed: 9))
    let report = Multigrid(box).solve(
      f, into: Buffer(count: f.count), SolveLimits(tolerance: 1e-10, iterations: 30))
    guard report.outcome == .converged else { return .nan }
    // the last cycles, when the fast waves are gone
    let (first, last) = (report.residuals[report.iterations / 2], report.residuals.last ?? .nan)
    return pow(last / first, 1 / Double(report.iterations - report.iterations / 2))
  }
}
