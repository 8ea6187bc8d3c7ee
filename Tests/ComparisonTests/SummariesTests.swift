import Comparison
import Experiment
import Testing

@Suite struct SummariesTests {
  func summary(_ cells: [CellResult]) throws -> TaskSummary {
    try #require(Summaries.make(frame: Fixture.errorFrame(cells), profile: .quick).first)
  }

  @Test func modelsAreRankedByTheirMeanOverSeeds() throws {
    let summary = try summary(
      Fixture.cells("still", [3, 3.5]) + Fixture.cells("fno", [1, 2])
        + Fixture.cells("unet", [2, 2.5]))
    #expect(summary.standings.map(\.model) == ["fno", "unet", "still"])
    #expect(summary.standings.map(\.rank) == [1, 2, 3])
    let interval = try #require(summary.standings[0].interval)
    #expect(interval.estimate == 1.5)
    #expect(interval.count == 2)
    // 1.5 ± t(0.975, 1) · 0.5.
    #expect(abs(interval.upper - (1.5 + 12.706204736 * 0.5)) < 1e-6)
  }

  @Test func theDirectionOfTheMetricDecides() throws {
    let frame = Fixture.frame(Fixture.cells("fno", [0.5]) + Fixture.cells("unet", [0.25]))
    let summaries = Summaries.make(frame: frame, profile: .quick)
    #expect(summaries.map(\.quantity) == [Fixture.error, Fixture.skill])
    #expect(summaries.map(\.direction) == [.lower, .higher])
    #expect(summaries.allSatisfy { $0.standings.first?.model == "unet" })
  }

  @Test func equalModelsShareTheSmallerRankInTheOrderOfTheSuite() throws {
    let summary = try summary(
      Fixture.cells("unet", [1, 2]) + Fixture.cells("fno", [1, 2])
        + Fixture.cells("still", [5, 5.5]))
    #expect(summary.standings.map(\.model) == ["fno", "unet", "still"])
    #expect(summary.standings.map(\.rank) == [1, 1, 3])
  }

  @Test func aModelWithAMissingSeedNeverBeatsACompleteOne() throws {
    let summary = try summary(
      Fixture.cells("fno", [0.001, nil, 0.001]) + Fixture.cells("unet", [7, 8, 9])
        + Fixture.cells("still", [nil, nil, nil]))
    #expect(summary.standings.map(\.model) == ["unet", "fno", "still"])
    #expect(summary.standings.map(\.rank) == [1, 2, 0])
    #expect(summary.standings[1].interval?.count == 2)
    #expect(summary.standings[1].seeds[1] == .missing("timed-out: 1 s wall-clock limit"))
    #expect(summary.standings[2].interval == nil)
    #expect(summary.standings.map(\.isIndistinguishableFromBest) == [true, false, false])
  }

  @Test func pairingOverSeedsTellsModelsApartThatTheirIntervalsDoNot() throws {
    // The seeds differ widely, but fno is better on each by the same factor.
    let seeds = [1.0, 10, 100, 1000]
    let apart = try summary(
      Fixture.cells("fno", seeds)
        + Fixture.cells("unet", zip(seeds, [1.21, 1.2, 1.19, 1.2]).map { $0 * $1 }))
    #expect(apart.standings.map(\.isIndistinguishableFromBest) == [true, false])
    let alike = try summary(
      Fixture.cells("fno", seeds)
        + Fixture.cells("unet", zip(seeds, [1.5, 0.9, 1.3, 0.9]).map { $0 * $1 }))
    #expect(alike.standings.allSatisfy { $0.isIndistinguishableFromBest })
  }

  @Test func oneSeedTellsNothingApart() throws {
    let summary = try summary(Fixture.cells("fno", [1]) + Fixture.cells("still", [1000]))
    #expect(summary.standings.allSatisfy { $0.isIndistinguishableFromBest })
    #expect(
      summary.standings[0].interval == Interval(estimate: 1, lower: 1, upper: 1, count: 1))
  }

  @Test func profilesAndTasksWithoutCellsAreLeftOut() {
    let frame = Fixture.frame(
      Fixture.cells("fno", [1], profile: .paper),
      suites: [Fixture.suite(tasks: ["ripple", "storm"])])
    #expect(Summaries.make(frame: frame, profile: .quick).isEmpty)
    #expect(Summaries.make(frame: frame, profile: .paper).map(\.task) == ["ripple", "ripple"])
  }
}
