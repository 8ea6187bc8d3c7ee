import Experiment
import Harness
import HarnessFixtures
import Testing

@Suite struct AllowedTimeTests {
  private let slowSeconds = 5.0

  private func cell(_ task: String, _ model: String, _ seed: Int) -> CellIdentity {
    CellIdentity(suite: "toys", task: task, model: model, seed: seed, profile: .quick)
  }

  private func order(
    _ cells: [CellIdentity], present: [CellIdentity] = [], _ seconds: (CellIdentity) -> Double
  ) -> [String] {
    BlockOrder(cells, seconds: cells.map(seconds), present: present).places()
      .map { "\(cells[$0].task)\(cells[$0].seed) \(cells[$0].model)" }
  }

  @Test func everyTaskComesToASeedBeforeOneComesToTwo() {
    let cells = ["a", "b"].flatMap { task in
      ["m", "n"].flatMap { model in (0..<2).map { cell(task, model, $0) } }
    }
    let found = order(cells) { $0.task == "a" && $0.model == "n" ? 10 : 1 }
    #expect(found == ["b0 m", "b0 n", "a0 n", "a0 m", "b1 m", "b1 n", "a1 n", "a1 m"])
    let shuffled = order(cells.reversed()) { $0.task == "a" && $0.model == "n" ? 10 : 1 }
    #expect(shuffled == found)
  }

  @Test func aSeedThatLacksLittleIsCompletedFirst() {
    let missing = [cell("a", "m", 0), cell("a", "n", 0), cell("a", "m", 1), cell("b", "m", 1)]
    let present = [cell("a", "n", 1), cell("b", "m", 0), cell("b", "n", 0), cell("b", "n", 1)]
    // Seed 1 of a wants one cell; b has a complete seed already.
    let found = order(missing, present: present) { _ in 1 }
    #expect(found == ["a1 m", "b1 m", "a0 m", "a0 n"])
  }

  @Test func aForecastFillsTheJobsAndLeavesOutWhatEndsTooLate() {
    var forecast = Forecast(jobs: 2, afterSeconds: 1, allowedSeconds: 10)
    // 1 to 6, 1 to 4, 4 to 10; 6 to 11 is too late, and both jobs are free at 10 only; 6 to 10.
    let cells: [(Double, Budget.Company)] = [
      (5, .shared), (3, .shared), (6, .shared), (5, .shared), (0, .alone), (4, .shared),
    ]
    let admitted = cells.map { forecast.admits(seconds: $0, $1) }
    #expect(admitted == [true, true, true, false, false, true])
    #expect(forecast.end == 10)
  }

  @Test func aCellThatBeganIsTriedToItsEnd() {
    var allowance = Allowance(seconds: 0, from: .now)
    #expect(!allowance.admits(7, expectedSeconds: 0))
    allowance.begin(7)
    #expect(allowance.admits(7, expectedSeconds: 100))
    #expect(!allowance.admits(8, expectedSeconds: 0))
    #expect(allowance.secondsLeft == 0)
    let hour = Allowance(seconds: 3600, from: .now)
    #expect(hour.admits(0, expectedSeconds: 3000) && !hour.admits(0, expectedSeconds: 3601))
    #expect(Allowance(seconds: nil, from: .now).admits(0, expectedSeconds: .infinity))
  }

  @Test func withoutTimeNothingBeginsAndTheNextRunGoesOn() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var options = bench.options
    options.allowedSeconds = 0
    let plan = try ToyPlan([("one", ToyModel()), ("two", ToyModel())]).plan()
    let summary = try bench.harness.run(plan, options: options) { _ in }
    #expect(summary.states == [.planned: 2] && summary.leftOut == 2 && summary.executed == 0)
    #expect(summary.exitCode == .done)
    #expect(
      ProgressFormatter().line(.finished(summary: summary))?.hasSuffix(
        "2 planned (0 run, 0 from the store); no time was left for 2, with which the same command "
          + "goes on") == true)
    options.allowedSeconds = nil
    let rest = try bench.harness.run(plan, options: options) { _ in }
    #expect(rest.states == [.done: 2] && rest.leftOut == 0)
  }

  @Test func whatTookLongerThanIsLeftDoesNotBegin() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var slow = ToyModel()
    slow.seconds = slowSeconds
    var toys = ToyPlan([("fast", ToyModel()), ("slow", slow)])
    _ = try bench.run(toys, jobs: 2)
    toys.seeds = 0..<3
    var options = bench.options
    options.allowedSeconds = slowSeconds
    options.selfTests = .performed
    let preview = try bench.harness.preview(try toys.plan(), options: options)
    #expect(preview.cells.filter(\.wouldRun).map(\.identity.model) == ["fast", "fast"])
    #expect(preview.cells.filter(\.isLeftOut).map(\.identity.model) == ["slow", "slow"])
    #expect(try #require(preview.expectedSeconds) < slowSeconds)
    var (begun, tried): ([String], Set<String>) = ([], [])
    let summary = try bench.harness.run(try toys.plan(), options: options) { event in
      if case .cellStarted(let cell, _, _) = event { begun.append(cell.model) }
      if case .selfTest(_, let finding) = event { tried.insert(finding.subject) }
      if case .cellFinished(let report) = event { #expect(report.remainingSeconds <= slowSeconds) }
    }
    #expect(begun == ["fast", "fast"])
    #expect(tried.contains("model fast") && !tried.contains("model slow"), "\(tried)")
    #expect(summary.states == [.done: 4, .planned: 2] && summary.leftOut == 2)
    #expect(summary.exitCode == .done)
  }

  @Test func aFailureCountsThoughCellsWereLeftOut() {
    let summary = RunSummary(
      run: "r", states: [.done: 1, .failed: 1, .planned: 3], cached: 0, kept: 0, executed: 2,
      leftOut: 3, seconds: 1, isInterrupted: false)
    #expect(summary.exitCode == .cellsFailed)
  }
}
