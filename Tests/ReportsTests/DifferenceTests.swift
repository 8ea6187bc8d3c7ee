import Comparison
import Experiment
import Reports
import Testing

@Suite struct DifferenceTests {
  private func report(_ change: (inout ResultFrame) -> Void) -> RunDifferenceReport {
    let frame = Fixture().input.frame
    var after = frame
    change(&after)
    return RunDifferenceReport(
      title: "What changed", before: .init(name: "quick", frame: frame),
      after: .init(name: "this run", frame: after), comparison: Fixture().comparison)
  }

  private func words(_ report: RunDifferenceReport) throws -> String {
    HTMLReportTests.words(try HTMLReport.renderDifference(report))
  }

  @Test func twoEqualSidesDifferInNothing() throws {
    let words = try words(report { _ in })
    #expect(words.contains("Every value that both sides have is the same, bit by bit."))
    #expect(words.contains("0 cells came, 0 cells went, 0 changed state."))
    #expect(words.contains("Machine, software and configuration are the same."))
  }

  @Test func cellsThatCameWentAndFailedAreListed() throws {
    let words = try words(
      report { frame in
        frame.cells.removeFirst()
        frame.cells[0].state = .timedOut
        frame.cells[0].reason = "over 60 s"
        var other = frame.cells[1]
        other.identity = CellIdentity(
          suite: "cfdbench", task: "cavity-bc", model: "fno", seed: 9, profile: .quick)
        frame.cells.append(other)
      })
    #expect(words.contains("1 cell came, 1 cell went, 1 changed state."))
    #expect(words.contains("timed-out") && words.contains("over 60 s"))
    #expect(words.contains("Only this run has.") && words.contains("Only quick has."))
  }

  @Test func aChangedValueHasItsRatioAndItsVerdict() throws {
    let words = try words(
      report { frame in
        for index in frame.cells.indices where frame.cells[index].identity.model == "fno" {
          frame.cells[index].evaluation.measurements = frame.cells[index].evaluation.measurements
            .map {
              guard $0.evaluation == "one-step", let number = $0.value.number else { return $0 }
              return Measurement(
                metric: $0.metric, split: $0.split, evaluation: $0.evaluation,
                value: .value(number * 2), sampleCount: $0.sampleCount)
            }
        }
      })
    #expect(words.contains("3 of 17 values changed.") || words.contains("3 of 18 values changed."))
    #expect(words.contains("2.00") && words.contains("3/3"))
    #expect(words.contains("▼ worse"))
  }

  @Test func factsAndKeysThatDifferAreNamed() throws {
    let words = try words(
      report { frame in
        frame.runs[0].environment.facts["cpu"] = "Another CPU"
        for index in frame.cells.indices {
          frame.cells[index].configuration = "{\"model\":{\"width\":32,\"modes\":[4,8]}}"
        }
      })
    #expect(words.contains("Invented CPU") && words.contains("Another CPU"))
    #expect(words.contains("model.width") && words.contains("model.modes[1]"))
    #expect(words.contains("absent"))
  }

  @Test func theSameSidesGiveTheSameBytes() throws {
    let report = report { $0.cells.removeLast() }
    #expect(
      try HTMLReport.renderDifference(report) == HTMLReport.renderDifference(report))
  }

  @Test func comparisonsAreAPageOfTheirOwn() throws {
    let page = try ComparisonPage.render([Fixture().comparison], suites: [Fixture().suite])
    let words = HTMLReportTests.words(page)
    #expect(words.contains("Comparison with assay-quick"))
    #expect(words.contains("There is a regression."))
    let places = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) })
    let goals = Set(page.matches(of: /href="#([^"]+)"/).map { String($0.output.1) })
    #expect(goals.subtracting(places) == [])
  }
}
