import Experiment
import Foundation
import Harness
import Testing

@Suite struct ProgressTests {
  private let cell = CellIdentity(
    suite: "cfdbench", task: "cavity", model: "fno", seed: 1, profile: .quick)

  private func report(
    _ state: CellState, reason: String = "", value: MeasuredValue = .value(0.012345)
  ) -> CellReport {
    CellReport(
      cell: cell, slot: 0, state: state, reason: reason, headline: "nmse", value: value,
      seconds: 12.34, finished: 3, total: 40, remainingSeconds: 245)
  }

  @Test func aFinishedCellIsOneLine() {
    #expect(
      ProgressFormatter().line(.cellFinished(report: report(.done)))
        == "[3/40] cfdbench/cavity/fno/seed 1/quick nmse 0.01234 in 12.3 s, about 4 min 05 s left")
  }

  @Test func aFailedCellSaysWhyInItsFirstLine() {
    #expect(
      ProgressFormatter().line(
        .cellFinished(report: report(.failed, reason: "loss went away\nat step 3")))
        == "[3/40] cfdbench/cavity/fno/seed 1/quick failed: loss went away in 12.3 s, "
        + "about 4 min 05 s left")
  }

  @Test func aMissingHeadlineSaysWhy() throws {
    let line = ProgressFormatter().line(
      .cellFinished(report: report(.done, value: .missing("not finite"))))
    #expect(line?.contains("nmse missing (not finite)") == true)
  }

  @Test(arguments: [
    (0.8502, "850 ms"), (12.34, "12.3 s"), (245.2, "4 min 05 s"), (7380, "2 h 03 min"),
  ])
  func durationsAreSaidAsAPersonWould(_ seconds: Double, _ text: String) {
    #expect(ProgressFormatter().duration(seconds) == text)
  }

  @Test func aSummaryCountsStatesInTheirOrder() {
    let summary = RunSummary(
      run: "r", states: [.failed: 1, .done: 8], cached: 4, kept: 0, executed: 5, seconds: 2,
      isInterrupted: false)
    #expect(
      ProgressFormatter().line(.finished(summary: summary))
        == "finished in 2 s: 8 done, 1 failed (5 run, 4 from the store)")
    #expect(summary.exitCode == .cellsFailed)
  }

  @Test func aSummaryCountsKindsOfFailures() {
    var summary = RunSummary(
      run: "r", states: [.failed: 3, .timedOut: 1],
      failures: [.killed: 1, .timedOut: 1, .raised: 2],
      cached: 0, kept: 0, executed: 4, seconds: 2, isInterrupted: false)
    #expect(
      ProgressFormatter().line(.finished(summary: summary))
        == "finished in 2 s: 3 failed, 1 timed-out [2 raised, 1 killed, 1 timed-out] "
        + "(4 run, 0 from the store)")
    #expect(summary.exitCode == .cellsFailed)
    summary.failuresAreAllowed = true
    #expect(summary.exitCode == .done)
    summary.isInterrupted = true
    #expect(summary.exitCode == .interrupted)
  }

  @Test func aCellThatIsRunAgainSaysWhy() {
    var killed = report(.failed, reason: "the worker died by SIGKILL (killed from outside)")
    killed.failure = .killed
    #expect(
      ProgressFormatter().line(.cellRetried(report: killed, attempt: 1))
        == "  cfdbench/cavity/fno/seed 1/quick killed at attempt 1, run again: "
        + "the worker died by SIGKILL (killed from outside)")
    #expect(
      ProgressFormatter().line(
        .cellDisturbed(report: report(.done), attempt: 3, foreignLoad: 1.25, isLast: true))
        == "  cfdbench/cavity/fno/seed 1/quick had 1.250 cores of other programs beside it at "
        + "attempt 3, kept")
  }

  @Test func theLiveDisplayShowsEachJobAndTheRest() {
    var live = LiveProgress()
    live.apply(.started(run: "r", cells: 44, cached: 4, kept: 0, jobs: 1), at: 0)
    live.apply(.cellStarted(cell: cell, slot: 0, expectedSeconds: 20), at: 1)
    live.apply(.cellStage(cell: cell, slot: 0, stage: .fit), at: 2)
    #expect(
      live.lines(at: 6, width: 100) == [
        "  1 cfdbench/cavity/fno/seed 1/quick fit 5 s of about 20 s", "0/40 cells",
      ])
    #expect(live.lines(at: 6, width: 10) == ["  1 cfdben", "0/40 cells"])
    live.apply(.cellFinished(report: report(.done)), at: 13)
    #expect(live.lines(at: 14, width: 100) == [])
  }

  @Test func eventsSurviveJSON() throws {
    let event = RunEvent.cellFinished(report: report(.done))
    let data = try JSONEncoder().encode(event)
    #expect(try JSONDecoder().decode(RunEvent.self, from: data) == event)
  }
}
