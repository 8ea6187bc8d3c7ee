import Experiment
import Foundation
import Harness
import HarnessFixtures
import Store
import Testing

@Suite struct FailureTests {
  @Test func aCellWithoutAFiniteHeadlineHasDivergedAndKeepsWhatItFound() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let (summary, _) = try bench.run(ToyPlan(behaviours: [.notFinite, .good]))
    #expect(summary.states == [.failed: 1, .done: 1])
    #expect(summary.failures == [.diverged: 1])
    let cell = try #require(try bench.cells()["notFinite"])
    #expect(cell.state == .failed)
    #expect(cell.reason == "error: not finite")
    let loss = cell.evaluation.curves.first { $0.name == "training-loss" }
    #expect(loss?.values == [1])
    #expect(cell.resources.wallSeconds > 0)
  }

  @Test func oneMissingHeadlineOfTwoIsNoFailure() throws {
    let bench = try Bench()
    defer { bench.remove() }
    _ = try bench.run(ToyPlan(behaviours: [.partlyNotFinite]))
    let cell = try #require(try bench.cells()["partlyNotFinite"])
    #expect(cell.state == .done)
    #expect(cell.value(ToyPlan.headlines[0]) == .missing("not finite"))
    #expect(cell.value(ToyPlan.headlines[1]).number != nil)
  }

  @Test func failedCellsEndARunWellWhenThatIsAllowed() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let plan = ToyPlan(behaviours: [.throwing])
    #expect(try bench.run(plan).summary.exitCode == .cellsFailed)
    var options = bench.options
    options.failures = .areAllowed
    let summary = try bench.harness.run(try plan.plan(), options: options) { _ in }
    #expect(summary.kept == 1 && summary.exitCode == .done)
  }

  @Test func whatAFailedCellUsedIsStored() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.spinning])
    plan.budget.wallSeconds = 0.5
    _ = try bench.run(plan)
    let use = try #require(try bench.cells()["spinning"]).resources
    #expect(use.wallSeconds >= 0.5)
    // On a busy machine it gets less than a core.
    #expect(use.userSeconds > 0.02 && use.peakMebibytes > 1)
  }

  @Test func retriesAreSpentOnWhatMayBeChanceAlone() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.killed, .throwing, .good])
    plan.budget.retries = 2
    let (summary, events) = try bench.run(plan)
    #expect(summary.states == [.failed: 2, .done: 1])
    #expect(summary.failures == [.killed: 1, .raised: 1])
    let retried = events.compactMap { event in
      if case .cellRetried(let report, let attempt) = event {
        (report.cell.model, attempt)
      } else {
        nil
      }
    }
    #expect(retried.map(\.0) == ["killed", "killed"] && retried.map(\.1) == [1, 2])
    #expect(events.count { if case .cellStarted = $0 { true } else { false } } == 5)
    #expect(events.count { if case .cellFinished = $0 { true } else { false } } == 3)
    var options = bench.options
    options.repetition = .missingAndFailed
    options.attempts.retries = 0
    let again = try bench.harness.run(try plan.plan(), options: options) { event in
      if case .cellRetried = event { Issue.record("a cell was retried") }
    }
    #expect(again.executed == 2)
  }

  @Test func whatAModelPrintsIsItsLogAndNothingElse() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let (summary, _) = try bench.run(ToyPlan(behaviours: [.printing, .good]))
    #expect(summary.states == [.done: 2])
    let cells = try bench.cells()
    let log = try bench.store.log(key: try #require(cells["printing"]).key)
    #expect(log.text == (1...60).map { "line \($0)\n" }.joined())
    #expect(try bench.store.log(key: try #require(cells["good"]).key).text == "")
  }

  @Test func aWorkerThatIsKilledFailsItsCellAlone() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var slow = ToyModel()
    slow.seconds = 30
    let plan = ToyPlan([("slow", slow), ("good", ToyModel())])
    let (summary, _) = try bench.run(plan) { event in
      if case .cellStage(let cell, _, .fit) = event, cell.model == "slow" { killWorkers() }
    }
    #expect(summary.states == [.failed: 1, .done: 1])
    #expect(
      try bench.cells()["slow"]?.reason == "the worker died by SIGKILL (killed from outside)")
  }

  @Test func aWorkerThatDiedBeforeItTookUpACellIsNotThatCellsFault() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good])
    plan.seeds = 0..<3
    let (summary, events) = try bench.run(plan) { event in
      if case .cellStarted(let cell, _, _) = event, cell.seed == 1 { killWorkers() }
    }
    #expect(summary.states == [.done: 3])
    #expect(events.count { if case .cellStarted = $0 { true } else { false } } == 3)
    #expect(try bench.store.checkHealth().cells == ["done": 3])
  }

  /// Kills the workers that this thread started.
  private func killWorkers() {
    let path = "/proc/thread-self/children"
    let children = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    for child in children.split(separator: " ").compactMap({ Int32($0) }) {
      kill(child, SIGKILL)
    }
  }

  @Test func aProgramThatIsNoWorkerIsRefused() throws {
    let bench = try Bench(worker: URL(fileURLWithPath: "/bin/true"))
    defer { bench.remove() }
    let error = #expect(throws: AssayError.self) {
      _ = try bench.run(ToyPlan(behaviours: [.good]))
    }
    #expect(error?.kind == .badInput)
    #expect(error?.found.contains("cannot serve as a worker") == true)
  }
}
