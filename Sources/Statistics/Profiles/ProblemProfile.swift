import Randomness

/// For each method the share of problems whose cost is within a limit: a performance profile (Dolan &
/// Moré, *Mathematical Programming* 91, 2002) or a data profile (Moré & Wild, *SIAM J. Optim.* 20,
/// 2009), according to what the cost is counted in.
///
/// With more than two methods only the curve of the best can be read as an order: the others are
/// compared with it, not with each other (Gould & Scott, *ACM TOMS* 43, 2016).
public struct ProblemProfile: Sendable, Equatable {
  /// `costs[p][m]`: the cost of method m on problem p in units of the profile; infinite when the
  /// method did not solve the problem.
  public let costs: [[Double]]

  private init?(scaling costs: [[Double]], by scale: (Int, [Double]) -> [Double]) {
    guard let methods = costs.first?.count, methods > 0,
      costs.allSatisfy({ $0.count == methods })
    else { return nil }
    precondition(
      costs.allSatisfy { $0.allSatisfy { $0 >= 0 } }, "a cost is not negative, nor without number")
    self.costs = costs.enumerated().map { scale($0, $1) }
  }

  /// The performance profile: each cost over the smallest of its problem, so that the best have 1; a
  /// problem that no method solves counts against all. nil without problems or methods.
  public static func performance(costs: [[Double]]) -> ProblemProfile? {
    ProblemProfile(scaling: costs) { _, row in
      let best = row.min() ?? .infinity
      return row.map { cost in
        if cost == .infinity { return .infinity }
        return cost == best ? 1 : cost / best
      }
    }
  }

  /// The data profile: each number of evaluations over n + 1, the evaluations of a simplex gradient
  /// in the `dimensions[p]` = n variables of its problem. nil without problems or methods.
  public static func data(evaluations: [[Double]], dimensions: [Int]) -> ProblemProfile? {
    precondition(dimensions.count == evaluations.count, "each problem has its dimension")
    return ProblemProfile(scaling: evaluations) { problem, row in
      row.map { $0 / Double(dimensions[problem] + 1) }
    }
  }

  /// The share of problems that the method solves within `limit`.
  public func share(of method: Int, within limit: Double) -> Double {
    Double(costs.count { $0[method] <= limit }) / Double(costs.count)
  }

  /// The steps of a method's curve: each cost at which it rises, and the share from there on.
  public func steps(of method: Int) -> [ProfileStep] {
    let solved = costs.map { $0[method] }.filter(\.isFinite).sorted()
    return solved.indices.filter { $0 == solved.count - 1 || solved[$0 + 1] > solved[$0] }.map {
      ProfileStep(limit: solved[$0], share: Double($0 + 1) / Double(costs.count))
    }
  }

  /// The share of problems that the method solves at all: the right end of its curve.
  public func solvedShare(of method: Int) -> Double {
    Double(costs.count { $0[method].isFinite }) / Double(costs.count)
  }

  /// The shares at `limits` (increasing) with point-wise percentile bands from resampled problems:
  /// what other problems of the same kind would show.
  public func band(
    of method: Int, at limits: [Double], level: Double = 0.95, bootstrap: StratifiedBootstrap
  ) -> [ConfidenceInterval] {
    // The number of limits below a cost is finite where the cost is not.
    let places = costs.map { row in Double(limits.count { $0 < row[method] }) }
    guard let scores = TaskScores(tasks: [places]) else { return [] }
    let above = bootstrap.profile(
      of: scores, thresholds: limits.indices.map { Double($0) }, level: level)
    return above.shares.map {
      ConfidenceInterval(
        estimate: 1 - $0.estimate, lower: 1 - $0.upper, upper: 1 - $0.lower, level: level,
        count: $0.count)
    }
  }
}
