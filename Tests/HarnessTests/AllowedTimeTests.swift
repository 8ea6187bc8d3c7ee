import Experiment
import Harness
import HarnessFixtures
import Store
import Testing

@Suite struct AllowedTimeTests {
  private let slowSeconds = 8.0

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
    var unknown = Forecast(jobs: 1, afterSeconds: 0, allowedSeconds: 10)
    let found = (0..<3).map { _ in unknown.admits(seconds: 8, isKnown: false, .shared) }
    #expect(found == [true, true, false], "what nobody knows begins until the time is over")
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
    _ = try bench.run(ToyPlan([("slow", slow)]))
    var toys = ToyPlan([("fast", ToyModel()), ("slow", slow)])
    toys.seeds = 0..<2
    var options = bench.options
    options.allowedSeconds = slowSeconds
    options.selfTests = .performed
    let preview = try bench.harness.preview(try toys.plan(), options: options)
    #expect(preview.cells.filter(\.wouldRun).map(\.identity.model) == ["fast"])
    #expect(preview.cells.filter(\.isLeftOut).map(\.identity.model) == ["fast", "slow"])
    #expect(try #require(preview.expectedSeconds) >= slowSeconds, "the mean of those known")
    var (begun, tried): ([String], Set<String>) = ([], [])
    let summary = try bench.harness.run(try toys.plan(), options: options) { event in
      if case .cellStarted(let cell, _, _) = event { begun.append(cell.model) }
      if case .selfTest(_, let finding) = event { tried.insert(finding.subject) }
      if case .cellFinished(let report) = event { #expect(report.remainingSeconds <= slowSeconds) }
    }
    #expect(begun == ["fast", "fast"])
    #expect(tried.contains("model fast") && !tried.contains("model slow"), "\(tried)")
    #expect(summary.states == [.done: 3, .planned: 1])
    #expect(summary.leftOut == 1 && summary.tooLong == 1 && summary.exitCode == .done)
    #expect(
      ProgressFormatter().line(.finished(summary: summary))?.hasSuffix(
        "goes on, except with 1 that take longer than all of it") == true)
  }

  @Test func dataForWhichThereIsNoTimeAreMadePartByPart() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var toys = ToyPlan([("one", ToyModel())])
    toys.task.secondsPerPart = 0.5
    var options = bench.options
    options.allowedSeconds = 0.4
    let none = try bench.harness.run(try toys.plan(), options: options) { _ in }
    #expect(none.states == [.planned: 1] && none.leftOut == 1 && none.exitCode == .done)
    #expect(try bench.store.frame().cells.isEmpty, "no cell failed for want of data")
    options.allowedSeconds = 1000
    let all = try bench.harness.run(try toys.plan(), options: options) { _ in }
    #expect(all.states == [.done: 1] && all.leftOut == 0)
  }

  @Test func whoeverWaitsForTheStoreWaitsNoLongerThanItsTime() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let lock = try StoreLock.acquire(path: bench.store.path, holder: "a test")
    var options = bench.options
    options.allowedSeconds = 0.2
    let summary = try bench.harness.run(
      try ToyPlan([("one", ToyModel())]).plan(), options: options
    ) { _ in }
    withExtendedLifetime(lock) {}
    #expect(summary.leftOut == 1 && !summary.isInterrupted && summary.exitCode == .done)
  }

  @Test func aCellThatIsRunAgainIsNotLeftOutInBetween() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var slow = ToyModel()
    slow.seconds = 1.5
    var options = bench.options
    options.allowedSeconds = 4
    options.attempts.mostForeignLoad = -1  // nothing is as quiet as that
    var attempts = 0
    let summary = try bench.harness.run(
      try ToyPlan([("slow", slow)]).plan(), options: options
    ) { event in
      if case .cellDisturbed = event { attempts += 1 }
    }
    #expect(attempts == 3 && summary.states == [.done: 1] && summary.leftOut == 0)
  }

  @Test func aFailureCountsThoughCellsWereLeftOut() {
    let summary = RunSummary(
      run: "r", states: [.done: 1, .failed: 1, .planned: 3], cached: 0, kept: 0, executed: 2,
      leftOut: 3, seconds: 1, isInterrupted: false)
    #expect(summary.exitCode == .cellsFailed)
  }
}
