import Foundation
import Randomness
import Statistics
import Testing

@Suite struct MeanTests {
  struct Stored: Decodable {
    struct Unpaired: Decodable {
      let ours: [Double]
      let theirs: [Double]
      /// Statistic, p, degrees of freedom, ends of the interval.
      let welch: [Double]
      let pooled: [Double]
    }

    struct Rows<Row: Decodable>: Decodable {
      let rows: [Row]
      /// d₀, or −1 for infinity, and s₀².
      let prior: [Double]
      /// Difference, statistic, p, degrees of freedom, ends of the interval.
      let results: [[Double]]
    }

    let unpaired: [Unpaired]
    let paired: [Rows<[Double]>]
    let both: [Rows<[[Double]]>]
    let sides: [Rows<[[Double]]>]
  }

  let stored: Stored

  init() throws { stored = try StoredValues.load("means") }

  @Test func unpairedTTestsAgreeWithSciPy() throws {
    for entry in stored.unpaired {
      let welch = try #require(UnpairedTest.welch(entry.ours, entry.theirs))
      let pooled = try #require(UnpairedTest.pooled(entry.ours, entry.theirs))
      for (result, expected) in [(welch, entry.welch), (pooled, entry.pooled)] {
        #expect(agrees(result.statistic, with: expected[0], to: 1e-12))
        #expect(agrees(result.pValue, with: expected[1], to: 1e-10))
        #expect(agrees(result.degreesOfFreedom, with: expected[2], to: 1e-12))
        #expect(agrees(result.interval.lower, with: expected[3], to: 1e-9))
        #expect(agrees(result.interval.upper, with: expected[4], to: 1e-9))
      }
    }
  }

  private func check(_ results: [MeanComparison?], _ expected: [[Double]]) throws {
    #expect(results.count == expected.count)
    for (result, expected) in zip(results, expected) {
      let result = try #require(result)
      #expect(agrees(result.difference, with: expected[0], to: 1e-12))
      #expect(agrees(result.statistic, with: expected[1], to: 1e-9))
      #expect(agrees(result.pValue, with: expected[2], to: 1e-9))
      #expect(agrees(result.degreesOfFreedom, with: expected[3], to: 1e-9))
      #expect(agrees(result.interval.lower, with: expected[4], to: 1e-8))
      #expect(agrees(result.interval.upper, with: expected[5], to: 1e-8))
    }
  }

  @Test func moderatedTestsAgreeWithTheirDefinition() throws {
    for entry in stored.paired { try check(ModeratedTest.paired(entry.rows), entry.results) }
    for entry in stored.both {
      let rows = entry.rows.map { (ours: $0[0], theirs: $0[1]) }
      try check(ModeratedTest.unpaired(rows), entry.results)
    }
    for entry in stored.sides {
      let rows = entry.rows.map { (ours: $0[0], theirs: $0[1]) }
      try check(ModeratedTest.unpaired(rows, sides: .welch), entry.results)
    }
  }

  @Test func priorsAgreeWithTheirDefinition() {
    for entry in stored.paired {
      let rows = entry.rows.map { Observations($0) }
      let prior = VariancePrior(
        variances: rows.map(\.variance), degreesOfFreedom: rows.map { Double($0.count - 1) })
      if entry.prior[0] < 0 {
        #expect(prior.degreesOfFreedom == .infinity)
      } else {
        #expect(agrees(prior.degreesOfFreedom, with: entry.prior[0], to: 1e-9))
      }
      #expect(agrees(prior.variance, with: entry.prior[1], to: 1e-9))
    }
  }

  @Test func aPriorIsFoundAgainFromManyRows() {
    // Variances s₀² d₀ / χ²(d₀), each seen with three degrees of freedom.
    var random = RandomStream(seed: 1).stream("variances")
    func chiSquared(_ count: Int) -> Double {
      (0..<count).reduce(0) { sum, _ in
        let z = random.normal()
        return sum + z * z
      }
    }
    let variances = (0..<20_000).map { _ in
      2.5 * 8 / chiSquared(8) * chiSquared(3) / 3
    }
    let prior = VariancePrior(
      variances: variances, degreesOfFreedom: variances.map { _ in 3 })
    #expect(agrees(prior.degreesOfFreedom, with: 8, to: 0.1))
    #expect(agrees(prior.variance, with: 2.5, to: 0.03))
  }

  @Test func withoutRowsToLearnFromARowKeepsItsOwnTest() throws {
    let row = [0.5, 1, 3]
    let alone = try #require(ModeratedTest.paired([row])[0])
    let own = try #require(PairedTest.student(row))
    #expect(agrees(alone.pValue, with: own.pValue, to: 1e-13))
    let interval = try #require(ConfidenceInterval.studentMean(of: row))
    #expect(agrees(alone.interval.lower, with: interval.lower, to: 1e-14))
    #expect(ModeratedTest.paired([[1], []]) == [nil, nil])
  }

  @Test func aRowOfOneValueLeansOnThePrior() throws {
    let results = ModeratedTest.paired(stored.paired[2].rows + [[0.3]])
    let last = try #require(results.last ?? nil)
    #expect(last.difference == 0.3)
    #expect(agrees(last.degreesOfFreedom, with: stored.paired[2].prior[0], to: 1e-9))
  }

  @Test func certainDifferencesAreCertainAndNoSpreadHasNoTest() {
    #expect(UnpairedTest.welch([1, 1], [2, 2])?.pValue == 0)
    #expect(UnpairedTest.welch([1, 1], [1, 1])?.pValue == 1)
    #expect(UnpairedTest.welch([1], [1, 2]) == nil)
    #expect(UnpairedTest.pooled([1], [1]) == nil)
    #expect(UnpairedTest.pooled([1], [2, 3]) != nil)
  }
}
