import Randomness
import Statistics
import Testing

@Suite struct RankTableTests {
  struct Stored: Decodable {
    struct Table: Decodable {
      let values: [[Double]]
      let meanRanks: [Double]
      /// Statistic and p.
      let friedman: [Double]
      let imanDavenport: [Double]
      let criticalDifference: Double
      let nemenyi: [[Double]]
      let holm: [[Double]]
      let groups: [[Int]]
      let nemenyiGroups: [[Int]]
    }

    let tables: [Table]
  }

  let stored: Stored

  init() throws { stored = try StoredValues.load("ranks") }

  @Test func omnibusTestsAgreeWithSciPy() throws {
    for entry in stored.tables {
      let table = try #require(RankTable(values: entry.values))
      #expect(zip(table.meanRanks, entry.meanRanks).allSatisfy { agrees($0, with: $1, to: 1e-14) })
      let (friedman, iman) = (try #require(table.friedman), try #require(table.imanDavenport))
      #expect(agrees(friedman.statistic, with: entry.friedman[0], to: 1e-12))
      #expect(agrees(friedman.pValue, with: entry.friedman[1], to: 1e-11))
      #expect(agrees(iman.statistic, with: entry.imanDavenport[0], to: 1e-11))
      #expect(agrees(iman.pValue, with: entry.imanDavenport[1], to: 1e-10))
    }
  }

  @Test func nemenyiAgreesWithAutorankAndPosthocs() throws {
    for entry in stored.tables {
      let table = try #require(RankTable(values: entry.values))
      // autorank interpolates a table of the studentised range to five digits.
      #expect(agrees(table.criticalDifference(), with: entry.criticalDifference, to: 2e-5))
      for (row, expected) in zip(table.nemenyi, entry.nemenyi) {
        for (p, reference) in zip(row, expected) {
          // SciPy's integral of the studentised range is good to about 1e-9.
          #expect(abs(p - reference) < 1e-8)
        }
      }
      let groups = RankGroups(
        meanRanks: table.meanRanks, criticalDifference: table.criticalDifference())
      #expect(groups.contiguous == entry.nemenyiGroups && groups.others.isEmpty)
    }
  }

  @Test func pairwiseSignedRanksAgreeWithSciPy() throws {
    for entry in stored.tables.prefix(2) {
      let pairs = try #require(PairwiseSignedRanks(values: entry.values))
      for (row, expected) in zip(pairs.pValues, entry.holm) {
        #expect(zip(row, expected).allSatisfy { agrees($0, with: $1, to: 1e-11) })
      }
      let groups = pairs.groups(meanRanks: entry.meanRanks)
      let all = groups.contiguous + groups.others
      #expect(Set(all) == Set(entry.groups))
    }
  }

  @Test func groupsWithAGapAreListedApart() {
    // 0 – 1, 0 – 2 and 2 – 3 are alike, 1 – 2 are not.
    let alike: Set<[Int]> = [[0, 1], [0, 2], [2, 3]]
    let groups = RankGroups(meanRanks: [1, 2, 3, 4]) {
      alike.contains([min($0, $1), max($0, $1)])
    }
    #expect(groups.contiguous == [[0, 1], [2, 3]])
    #expect(groups.others == [[0, 2]])
    let none = RankGroups(meanRanks: [2, 1]) { _, _ in false }
    #expect(none.contiguous.isEmpty && none.others.isEmpty)
    let all = RankGroups(meanRanks: [3, 1, 2]) { _, _ in true }
    #expect(all.contiguous == [[1, 2, 0]])
  }

  @Test func theDirectionTurnsTheRanks() throws {
    let values: [[Double]] = [[1, 2, 3], [1, 3, 2]]
    let errors = try #require(RankTable(values: values))
    let scores = try #require(RankTable(values: values, largerIsBetter: true))
    #expect(errors.meanRanks == [1, 2.5, 2.5])
    #expect(scores.meanRanks == [3, 1.5, 1.5])
    #expect(errors.winRates == [1, 0.25, 0.25])
    #expect(scores.sharesOfBest == [0, 0.5, 0.5])
    #expect(scores.winners == [1, 2])
  }

  @Test func leavingOutATaskTellsAStableWinner() throws {
    let stable = try #require(RankTable(values: [[1, 2], [1, 2], [1, 2], [2, 1]]))
    #expect(stable.winners == [0] && stable.winnersWithoutTask.isEmpty)
    let fragile = try #require(RankTable(values: [[1, 2], [1, 2], [2, 1]]))
    #expect(fragile.winners == [0])
    #expect(fragile.winnersWithoutTask == [0: [0, 1], 1: [0, 1]])
  }

  @Test func agreementIsCertainAndTiesTellNothing() throws {
    let agreed = try #require(RankTable(values: [[1, 2, 3], [4, 5, 6], [1, 5, 9]]))
    #expect(agreed.imanDavenport?.statistic == .infinity && agreed.imanDavenport?.pValue == 0)
    let tied = try #require(RankTable(values: [[1, 1], [2, 2]]))
    #expect(tied.friedman == nil && tied.imanDavenport == nil)
    #expect(RankTable(values: []) == nil)
    #expect(RankTable(values: [[1]]) == nil)
    #expect(RankTable(values: [[1, 2], [1]]) == nil)
    #expect(PairwiseSignedRanks(values: [[1, 1], [2, 2]])?.pValues[0][1] == 1)
  }

  @Test func ranksOfResampledRunsTellHowSureAPlaceIs() throws {
    let clear = [[[1.0, 2], [1, 2]], [[5.0, 6], [5, 6]], [[5.5, 5.5], [5, 6]]]
      .compactMap { TaskScores(tasks: $0) }
    let bootstrap = StratifiedBootstrap(resamples: 500, random: RandomStream(seed: 4))
    let ranks = try #require(bootstrap.ranks(of: clear, largerIsBetter: false))
    let intervals = ranks.placeIntervals()
    #expect(intervals.map(\.estimate) == [1, 2, 2])
    #expect(intervals[0].lower == 1 && intervals[0].upper == 1)
    #expect(intervals[1].lower == 2 && intervals[1].upper == 3)
    #expect(ranks.sharesOfFirst == [1, 0, 0])
    #expect(ranks.meanRanks[0].percentileInterval().upper == 1)
    let turned = try #require(bootstrap.ranks(of: clear, largerIsBetter: true))
    #expect(turned.places.map(\.estimate) == [3, 1, 1])
    #expect(bootstrap.ranks(of: Array(clear.prefix(1)), largerIsBetter: false) == nil)
  }

  @Test func equalMethodsShareTheFirstPlaceEvenly() throws {
    var random = RandomStream(seed: 12).stream("equal")
    let scores = (0..<8).map { _ in (0..<6).map { _ in random.normal() } }
    let methods = [scores, scores].compactMap { TaskScores(tasks: $0) }
    let ranks = try #require(
      StratifiedBootstrap(resamples: 4_000, random: random)
        .ranks(of: methods, largerIsBetter: true))
    // Four errors of a share of a half, and shared places count twice.
    #expect(abs(ranks.sharesOfFirst[0] - ranks.sharesOfFirst[1]) < 0.06)
  }
}
