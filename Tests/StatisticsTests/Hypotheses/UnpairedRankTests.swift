import Randomness
import Statistics
import Testing

@Suite struct UnpairedRankTests {
  struct Stored: Decodable {
    struct MannWhitney: Decodable {
      let ours: [Double]
      let theirs: [Double]
      let statistic: Double
      let p: Double
    }

    struct Permutation: Decodable {
      let ours: [Double]
      let theirs: [Double]
      let p: Double
    }

    struct Bayesian: Decodable {
      let differences: [Double]
      let region: Double
      /// Below, equivalent, above.
      let probabilities: [Double]
    }

    let mannWhitney: [MannWhitney]
    let permutations: [Permutation]
    let bayesian: [Bayesian]
  }

  let stored: Stored
  let random = RandomStream(seed: 6).stream("draws")

  init() throws { stored = try StoredValues.load("ranks") }

  @Test func mannWhitneyAgreesWithSciPyWithAndWithoutTies() throws {
    for entry in stored.mannWhitney {
      let result = try #require(UnpairedTest.mannWhitney(entry.ours, entry.theirs))
      #expect(result.statistic == entry.statistic)
      #expect(agrees(result.pValue, with: entry.p, to: 1e-11))
      #expect(result.method == (result.count <= 50 ? .exact : .asymptotic))
      let swapped = try #require(UnpairedTest.mannWhitney(entry.theirs, entry.ours))
      #expect(agrees(swapped.pValue, with: result.pValue, to: 1e-12))
    }
    #expect(UnpairedTest.mannWhitney([], [1]) == nil)
    #expect(UnpairedTest.mannWhitney([1, 1], [1, 1])?.pValue == 1)
  }

  @Test func exactPermutationsAgreeWithSciPy() throws {
    for entry in stored.permutations {
      let result = try #require(
        UnpairedTest.permutation(entry.ours, entry.theirs, random: random))
      #expect(result.method == .exact)
      #expect(agrees(result.pValue, with: entry.p, to: 1e-12))
    }
    #expect(UnpairedTest.permutation([], [1], random: random) == nil)
  }

  @Test func sampledPermutationsComeNearTheTTestAndRepeat() throws {
    var normal = random.stream("normal")
    let ours = (0..<40).map { _ in normal.normal() + 0.5 }
    let theirs = (0..<50).map { _ in normal.normal() }
    let result = try #require(UnpairedTest.permutation(ours, theirs, random: random))
    let expected = try #require(UnpairedTest.pooled(ours, theirs))
    #expect(result.method == .sampled)
    #expect(abs(result.pValue - expected.pValue) < 0.01)
    #expect(UnpairedTest.permutation(ours, theirs, random: random) == result)
  }

  @Test func bayesianSignedRanksComeNearThoseOfBaycomp() throws {
    for entry in stored.bayesian {
      let result = try #require(
        BayesianSignedRank(entry.differences, region: entry.region, random: random))
      let found = [result.below, result.equivalent, result.above]
      for (share, expected) in zip(found, entry.probabilities) {
        // Four errors of the difference of two shares of 50 000 draws each.
        #expect(abs(share - expected) < 0.0127, "\(found) \(entry.probabilities)")
      }
      #expect(abs(found.reduce(0, +) - 1) < 1e-12)
    }
    #expect(BayesianSignedRank([], region: 1, random: random) == nil)
  }

  @Test func aWideRegionIsEquivalentAndAClearDifferenceIsNot() throws {
    let differences = [1.0, 1.2, 0.9, 1.1, 1.3, 0.8, 1.0, 1.1]
    let wide = try #require(BayesianSignedRank(differences, region: 5, random: random))
    #expect(wide.equivalent == 1)
    let narrow = try #require(BayesianSignedRank(differences, region: 0.1, random: random))
    #expect(narrow.above > 0.99)
    let turned = try #require(
      BayesianSignedRank(differences.map { -$0 }, region: 0.1, random: random))
    #expect(turned.below > 0.99)
  }
}
