import Foundation
import Randomness

/// The Bayesian signed-rank test with a region of practical equivalence (Benavoli, Corani, Demšar &
/// Zaffalon, *Time for a change*, JMLR 18, 2017, section 4.2; as in baycomp 1.0).
///
/// A Dirichlet process over the differences, with a prior weight of 1/2 on a difference of zero: for
/// weights w drawn from it, the pairs i, j weigh wᵢ wⱼ, and the mean of a pair lies left of the
/// region, in it, or right of it (half on its border). The probabilities are the shares of draws in
/// which each of the three weighs most.
public struct BayesianSignedRank: Sendable, Equatable {
  /// The probability that differences lie below −`region` in practice.
  public let below: Double
  /// The probability that they are practically zero.
  public let equivalent: Double
  /// The probability that they lie above `region` in practice.
  public let above: Double

  /// The test on one difference (ours less theirs) a task, with a region [−`region`, `region`] in
  /// their unit; a region of 0 leaves no room for equivalence. nil without differences.
  public init?(
    _ differences: [Double], region: Double, draws: Int = 50_000, random: RandomStream
  ) {
    precondition(region >= 0, "a region of practical equivalence has a width")
    precondition(differences.allSatisfy(\.isFinite), "differences are finite")
    guard !differences.isEmpty else { return nil }
    let posterior = SignedRankPosterior(differences: differences, region: region)
    var random = random
    var weights = posterior.values
    var wins = (below: 0, equivalent: 0, above: 0)
    for _ in 0..<draws {
      posterior.draw(&weights, &random)
      let (below, above) = posterior.shares(weights)
      let equivalent = 1 - below - above
      if region > 0, equivalent > below, equivalent > above {
        wins.equivalent += 1
      } else if above > below {
        wins.above += 1
      } else {
        wins.below += 1
      }
    }
    below = Double(wins.below) / Double(draws)
    equivalent = Double(wins.equivalent) / Double(draws)
    above = Double(wins.above) / Double(draws)
  }
}

/// The Dirichlet process over the sorted differences and the zero of the prior.
private struct SignedRankPosterior {
  let values: [Double]
  private let priorPlace: Int
  /// For each value the number of values whose mean with it lies below the region, and the number
  /// of those that lie on its border or below; likewise at the upper end of the region.
  private let lower: [(below: Int, upTo: Int)]
  private let upper: [(below: Int, upTo: Int)]

  init(differences: [Double], region: Double) {
    let values = (differences + [0]).sorted()
    self.values = values
    // Values that equal the prior's zero may bear its weight: their places are alike.
    priorPlace = values.firstIndex(of: 0) ?? 0
    func counts(_ limit: Double) -> [(below: Int, upTo: Int)] {
      values.map { own in
        (values.count { own + $0 < limit }, values.count { own + $0 <= limit })
      }
    }
    lower = counts(-2 * region)
    upper = counts(2 * region)
  }

  /// Dirichlet weights: exponential numbers, and for the prior's weight of 1/2 half a squared normal
  /// one, over their sum.
  func draw(_ weights: inout [Double], _ random: inout RandomStream) {
    var sum = 0.0
    for place in weights.indices {
      if place == priorPlace {
        let z = random.normal()
        weights[place] = z * z / 2
      } else {
        weights[place] = -log(1 - random.uniform())
      }
      sum += weights[place]
    }
    for place in weights.indices { weights[place] /= sum }
  }

  /// The weights of the pairs below the region and above it.
  func shares(_ weights: [Double]) -> (below: Double, above: Double) {
    var running = [0.0]
    running.reserveCapacity(weights.count + 1)
    for weight in weights { running.append(running[running.count - 1] + weight) }
    var (below, notAbove) = (0.0, 0.0)
    for (place, weight) in weights.enumerated() {
      below += weight * (running[lower[place].below] + running[lower[place].upTo]) / 2
      notAbove += weight * (running[upper[place].below] + running[upper[place].upTo]) / 2
    }
    return (below, max(0, 1 - notAbove))
  }
}
