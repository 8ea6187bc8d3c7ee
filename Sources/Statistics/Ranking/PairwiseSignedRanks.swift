/// Wilcoxon's signed-rank test of every pair of methods over the same tasks, with Holm's correction
/// for all pairs (Benavoli, Corani & Mangili, *Should we really use post-hoc tests based on mean
/// ranks?*, JMLR 17, 2016: unlike Nemenyi's, a pair's result does not depend on the other methods).
public struct PairwiseSignedRanks: Sendable, Equatable {
  /// The corrected p-value of each pair of methods; 1 on the diagonal, and for a pair that is equal
  /// on all tasks.
  public let pValues: [[Double]]

  /// The tests on `values[t][m]`, one number for each task and method; nil as for `RankTable`.
  public init?(values: [[Double]]) {
    guard let methods = values.first?.count, methods > 1,
      values.allSatisfy({ $0.count == methods })
    else { return nil }
    precondition(
      values.allSatisfy { $0.allSatisfy(\.isFinite) }, "values are finite; others are missing")
    let pairs = (0..<methods).flatMap { first in (first + 1..<methods).map { (first, $0) } }
    let raw = pairs.map { first, second in
      PairedTest.signedRank(values.map { $0[first] - $0[second] })?.pValue ?? 1
    }
    var pValues = [[Double]](
      repeating: [Double](repeating: 1, count: methods), count: methods)
    for (pair, adjusted) in zip(pairs, Correction.holm.adjusted(raw)) {
      pValues[pair.0][pair.1] = adjusted
      pValues[pair.1][pair.0] = adjusted
    }
    self.pValues = pValues
  }

  /// The groups of methods without a significant pair, in the order of `meanRanks`.
  public func groups(meanRanks: [Double], level: Double = 0.95) -> RankGroups {
    RankGroups(meanRanks: meanRanks) { pValues[$0][$1] >= 1 - level }
  }
}
