import Experiment
import Foundation
import Harness
import HarnessFixtures
import Store
import Testing

@Suite struct FailureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let behaviour: ToyModel.Behaviour
    let state: CellState
    let reason: String
    var testDescription: String { behaviour.rawValue }
  }

  static let cases = [
    Case(behaviour: .throwing, state: .failed, reason: "the loss went away"),
    Case(
      behaviour: .segmentationFault, state: .failed,
      reason: "the worker died by SIGSEGV (bad memory access)"),
    Case(behaviour: .abort, state: .failed, reason: "the worker died by SIGABRT (it aborted)"),
    Case(
      behaviour: .exits, state: .failed, reason: "the worker exited with code 7 before it answered"),
    Case(behaviour: .sleeping, state: .timedOut, reason: "over the wall-clock limit of 1 s"),
    Case(behaviour: .hungry, state: .outOfMemory, reason: "MiB of 300 MiB allowed"),
    Case(
      behaviour: .absurdAllocation, state: .outOfMemory,
      reason: "one allocation was too large for the machine"),
    Case(
      behaviour: .overPool, state: .outOfMemory,
      reason: "a buffer of 4000 bytes beside 0 exceeds the limit of 1000 bytes"),
    Case(behaviour: .garbage, state: .failed, reason: "the worker broke the protocol"),
  ]

  @Test(arguments: cases)
  func aBadCellIsStoredWithItsReasonAndItsNeighboursFinish(_ expected: Case) throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [expected.behaviour, .good])
    plan.seeds = 0..<2
    plan.budget.wallSeconds = expected.state == .timedOut ? 1 : 10
    plan.budget.memoryMebibytes = 300
    let (summary, _) = try bench.run(plan)
    #expect(summary.states == [expected.state: 2, .done: 2])
    #expect(summary.exitCode == .cellsFailed)
    let bad = try #require(try bench.cells()[expected.behaviour.rawValue])
    #expect(bad.state == expected.state)
    #expect(bad.reason.contains(expected.reason), "\(bad.reason)")
    #expect(try bench.store.checkHealth().problems == [])
  }

  @Test func tooManyThreadsAreStoppedByProcessorTime() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.spinning])
    plan.budget.wallSeconds = 2.5
    let (summary, _) = try bench.run(plan)
    #expect(summary.states == [.timedOut: 1])
  }

  @Test func numbersThatAreNotFiniteAreMissingAndNotAFailure() throws {
    let bench = try Bench()
    defer { bench.remove() }
    _ = try bench.run(ToyPlan(behaviours: [.notFinite]))
    let cell = try #require(try bench.cells()["notFinite"])
    #expect(cell.state == .done)
    let error = cell.evaluation.measurements.first { $0.metric == "error" }
    #expect(error?.value == .missing("not finite"))
    let loss = cell.evaluation.curves.first { $0.name == "training-loss" }
    #expect(loss?.values == [1])
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

  @Test(arguments: [ToyModel.Behaviour.grandchildren, .leaves])
  func processesThatAModelLeftAreEnded(_ behaviour: ToyModel.Behaviour) throws {
    let bench = try Bench()
    defer { bench.remove() }
    _ = try bench.run(ToyPlan(behaviours: [behaviour]))
    let cell = try #require(try bench.cells()[behaviour.rawValue])
    let log = try bench.store.log(key: cell.key).text
    let identifier = try #require(
      log.split(separator: "\n").compactMap { Int32($0.dropFirst("grandchild ".count)) }.first)
    #expect(eventually { !isRunning(identifier) })
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
