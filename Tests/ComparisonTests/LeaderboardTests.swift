import Comparison
import Experiment
import Foundation
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
    #expect(
      section.meanRanks == [
        Leaderboard.ModelRank(
          model: "unet", meanRank: 1.25, missing: 0, winRate: 0.875, wins: 4),
        Leaderboard.ModelRank(model: "fno", meanRank: 1.75, missing: 0, winRate: 0.625, wins: 2),
        Leaderboard.ModelRank(model: "still", meanRank: 3, missing: 2, winRate: 0, wins: 0),
      ])
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

  @Test func theMarkdownShowsMissingValuesAndLabelsTheQuickProfile() {
    #expect(
      board.markdown == """
        # Leaderboard

        Made from the measured baselines alone. Values are means over seeds with Student t 95 % \
        intervals; *indistinguishable* means that the 95 % interval of the paired change to the \
        best contains no change. Models of which a seed is missing rank after complete ones.

        ## Waves, quick profile

        **QUICK profile: reduced sizes for continuous integration, not the published protocol. \
        These numbers rank nothing but themselves.**

        Nobody 2024

        Baseline: `a`.

        ### The ripple: NMSE, rollout, test (lower is better)

        | Rank | Model | Mean [95 % interval] | Seeds | Remark |
        | --- | --- | --- | --- | --- |
        | 1 | FNO | 0.5 [0.5, 0.5] | 2 | best |
        | 1 | UNET | 0.5 [0.5, 0.5] | 2 | best |
        | 3 | STILL | 0.1 | 1 of 2 | timed-out: 1 s wall-clock limit |
        | - | lost | missing | 0 of 2 | timed-out: 1 s wall-clock limit |

        ### Mean ranks

        Over 1 table above; models that miss none come first.

        | Model | Mean rank | Missing |
        | --- | --- | --- |
        | FNO | 1.5 | 0 |
        | UNET | 1.5 | 0 |
        | STILL | 3 | 0 |

        ## Waves, paper profile

        Nobody 2024

        Baseline: `b`.

        ### The ripple: NMSE, rollout, test (lower is better)

        | Rank | Model | Mean [95 % interval] | Seeds | Remark |
        | --- | --- | --- | --- | --- |
        | 1 | FNO | 0.11 [-0.01706, 0.2371] | 2 | best |

        ### Mean ranks

        Over 1 table above; models that miss none come first.

        | Model | Mean rank | Missing |
        | --- | --- | --- |
        | FNO | 1 | 0 |

        """)
  }

  @Test func theJSONReadsBackAndRepeatsItsBytes() throws {
    let text = try board.json()
    #expect(try JSONDecoder().decode(Leaderboard.self, from: Data(text.utf8)) == board)
    #expect(try board.json() == text)
    #expect(text.hasSuffix("}\n"))
  }
}
