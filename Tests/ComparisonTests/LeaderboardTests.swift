import Comparison
import Experiment
import Foundation
import TestSupport
import Testing

@Suite struct LeaderboardTests {
  func baseline(_ id: String, _ cells: [CellResult], profile: Profile = .quick) -> Baseline {
    Baseline(id: id, profile: profile, frame: Fixture.errorFrame(cells))
  }

  var board: Leaderboard {
    LeaderboardMaker.make([
      baseline("b", Fixture.cells("fno", [0.1, 0.12], profile: .paper), profile: .paper),
      baseline(
        "a",
        Fixture.cells("fno", [0.5, 0.5]) + Fixture.cells("unet", [0.5, 0.5])
          + Fixture.cells("still", [0.1, nil]) + Fixture.cells("lost", [nil, nil])),
    ])
  }

  @Test func profilesAreKeptApartAndQuickComesFirst() {
    #expect(board.sections.map(\.profile) == [.quick, .paper])
    #expect(board.sections.map(\.baseline) == ["a", "b"])
    #expect(LeaderboardMaker.make([]).sections.isEmpty)
  }

  @Test func tiesShareTheMeanOfTheirRanksAndAMissingModelComesLast() {
    let twoTasks = Fixture.frame(
      Fixture.cells("fno", [0.1, 0.1]) + Fixture.cells("unet", [0.1, 0.1])
        + Fixture.cells("still", [0.3, 0.4])
        + Fixture.cells("fno", [0.2, 0.2], task: "storm")
        + Fixture.cells("unet", [0.1, 0.1], task: "storm")
        + Fixture.cells("still", [nil, nil], task: "storm"),
      suites: [Fixture.suite(tasks: ["ripple", "storm"])])
    let section = LeaderboardMaker.make([
      Baseline(id: "a", profile: .quick, frame: twoTasks)
    ]).sections[0]
    let plain = section.meanRanks.map { rank in
      var rank = rank
      rank.rankInterval = nil
      return rank
    }
    #expect(section.meanRanks.allSatisfy { $0.rankInterval != nil })
    #expect(
      plain == [
        Leaderboard.ModelRank(
          model: "unet", meanRank: 1.25, missing: 0, winRate: 0.875, wins: 4),
        Leaderboard.ModelRank(model: "fno", meanRank: 1.75, missing: 0, winRate: 0.625, wins: 2),
        Leaderboard.ModelRank(model: "still", meanRank: 3, missing: 2, winRate: 0, wins: 0),
      ])
  }

  /// Three models on three tasks; fno is best on two of them.
  func threeTasks() -> Leaderboard.Section {
    let levels: [(task: String, values: [(String, Double)])] = [
      ("ripple", [("identity", 1), ("fno", 0.1), ("unet", 0.2)]),
      ("storm", [("identity", 1), ("fno", 0.2), ("unet", 0.4)]),
      ("calm", [("identity", 1), ("fno", 0.5), ("unet", 0.25)]),
    ]
    var suite = Fixture.suite(tasks: levels.map(\.task))
    for place in suite.tasks.indices { suite.tasks[place].primary = [Fixture.error] }
    suite.models.append(SuiteDescription.ModelEntry(id: "cape", title: "CAPE", summary: ""))
    let cells = levels.flatMap { level in
      level.values.flatMap { model, value in
        Fixture.cells(model, [value, value * 1.02, value * 0.98], task: level.task)
      }
    }
    return LeaderboardMaker.make([
      Baseline(id: "a", profile: .quick, frame: Fixture.frame(cells, suites: [suite]))
    ]).sections[0]
  }

  @Test func scoresAreNormalisedByTheModelThatChangesNothing() throws {
    let section = threeTasks()
    let normalisation = try #require(section.normalisation)
    #expect(normalisation.reference == "identity")
    #expect(normalisation.summaries == 3)
    let fno = try #require(section.aggregates.first { $0.model == "fno" })
    // Scores near 10, 5 and 2: the mean of their means, each 1.0003 times as large.
    #expect(abs(fno.mean.estimate - 17.0 / 3) < 0.01)
    #expect(abs(fno.median.estimate - 5) < 0.01)
    #expect(fno.optimalityGap.estimate == 0)
    #expect(fno.mean.lower < fno.mean.estimate && fno.mean.estimate < fno.mean.upper)
    let identity = try #require(section.aggregates.first { $0.model == "identity" })
    #expect(abs(identity.interquartileMean.estimate - 1) < 0.01)
  }

  @Test func everyPairHasAProbabilityOfImprovementAndItsMirror() throws {
    let pairs = threeTasks().improvements
    #expect(pairs.count == 6)
    let pair = try #require(pairs.first { $0.model == "fno" && $0.other == "unet" })
    let mirror = try #require(pairs.first { $0.model == "unet" && $0.other == "fno" })
    #expect(abs(pair.probability.estimate - 2.0 / 3) < 1e-12)
    #expect(abs(pair.probability.estimate + mirror.probability.estimate - 1) < 1e-12)
  }

  @Test func ranksHaveRangesAndTasksTheirFronts() throws {
    let summary = threeTasks().summaries[0]
    #expect(summary.standings.map(\.model) == ["fno", "unet", "identity"])
    #expect(
      summary.standings.map(\.rankInterval) == (1...3).map { RankRange(best: $0, worst: $0) })
    #expect(summary.paretoFronts.map(\.cost) == ["training-seconds", "parameters"])
    // All cost alike, so the best alone is on the front.
    #expect(summary.paretoFronts[0].points.map(\.isOnFront) == [true, false, false])
  }

  @Test func theWinnerIsToldWithoutEachTaskInTurn() {
    let stability = threeTasks().stability
    #expect(stability.winners == ["fno"])
    #expect(stability.omissions.map(\.task) == ["ripple", "storm", "calm"])
    #expect(stability.changes.map(\.task) == ["ripple", "storm"])
    #expect(stability.changes[0].winners == ["fno", "unet"])
  }

  @Test func criticalGroupsComeWithTheirTest() throws {
    let groups = try #require(threeTasks().criticalGroups)
    #expect(groups.models == ["fno", "unet", "identity"])
    #expect(groups.blocks == 3)
    #expect(groups.pValue > 0 && groups.pValue < 1)
    #expect((groups.difference ?? 0) > 1)
  }

  @Test func missingEntriesAndKeysAreListed() {
    let section = board.sections[0]
    #expect(
      section.missing == [
        MissingEntry(task: "ripple", model: "still", seeds: [1], reason: lostReason),
        MissingEntry(task: "ripple", model: "lost", seeds: [0, 1], reason: lostReason),
      ])
    #expect(section.provenance.environment["cpu"] == "abacus")
    #expect(section.provenance.key(task: "ripple", model: "fno", seed: 1) == "key-fno-1")
    #expect(threeTasks().missing.map(\.reason).allSatisfy { $0 == "not run" })
  }

  let lostReason = "timed-out: 1 s wall-clock limit"

  @Test func theLaTeXEscapesAndMarks() throws {
    try Golden.check(board.latex, "leaderboard.tex")
    try Golden.check(threeTasks().latex, "section.tex")
  }

  @Test func whatPapersReportStandsApartAndIsMarked() {
    func value(_ model: String) -> PublishedValue {
      PublishedValue(
        suite: "waves", table: "Table 1", task: "ripple", model: model, metric: "MSE", value: 0.25,
        source: "a paper", exactness: "exact")
    }
    func match(_ model: String, position: Int) -> PublishedMatch {
      PublishedMatch(
        suite: "waves", task: "ripple", model: model,
        quantity: Quantity(metric: "mse", evaluation: "one-step", split: "test"),
        position: position, comparability: .yes, value: value(model))
    }
    let paper = PublishedBaseline(
      id: "published/waves", title: "Waves, values of the paper", reference: "Nobody 2024",
      values: [value("FNO"), value("U-Net"), value("unmapped")],
      matches: [match("FNO", position: 0), match("FNO", position: 0), match("U-Net", position: 3)])
    let board = LeaderboardMaker.make(
      [baseline("a", Fixture.cells("fno", [0.1, 0.2]))], papers: [paper])
    #expect(board.published.map(\.values) == [[value("FNO")]])
    #expect(board.sections.count == 1)
    #expect(
      board.markdown.hasSuffix(
        """
        ## Waves, values of the paper

        **† Published, not measured here**: other data, sizes and budgets than above, and never \
        ranked with them. Nobody 2024

        | Task of the paper | Model | Metric | Published † | Read from | Exactness |
        | --- | --- | --- | --- | --- | --- |
        | ripple | FNO | MSE | 0.25 † | Table 1 | exact |

        """))
  }

  @Test func theMarkdownShowsMissingValuesAndLabelsTheQuickProfile() throws {
    try Golden.check(board.markdown, "leaderboard.md")
    try Golden.check(Leaderboard(sections: [threeTasks()]).markdown, "section.md")
  }

  @Test func theJSONReadsBackAndRepeatsItsBytes() throws {
    let text = try board.json()
    #expect(try JSONDecoder().decode(Leaderboard.self, from: Data(text.utf8)) == board)
    #expect(try board.json() == text)
    #expect(text.hasSuffix("}\n"))
  }
}
