import Experiment
import Foundation
import Harness
import HarnessFixtures
import Store
import Testing

@Suite struct ResumeTests {
  @Test func aSecondRunRunsNothing() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good, .throwing])
    plan.seeds = 0..<3
    _ = try bench.run(plan)
    let (summary, _) = try bench.run(plan)
    #expect(summary.executed == 0)
    #expect(summary.cached == 3)
    #expect(summary.kept == 3)
    #expect(summary.states == [.done: 3, .failed: 3])
    #expect(summary.exitCode == .cellsFailed)
  }

  @Test func picturesKeepTheirRollOutOnTheWayToTheStore() throws {
    let bench = try Bench()
    defer { bench.remove() }
    _ = try bench.run(ToyPlan(behaviours: [.good]))
    let query = FrameQuery(content: .numbersAndSnapshots)
    let picture = try #require(try bench.store.frame(query).cells[0].evaluation.snapshots.first)
    #expect(picture.course == "sample 0, the only one" && picture.step == 1)
  }

  @Test func failedCellsAreRunAgainWhenAsked() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let plan = ToyPlan(behaviours: [.good, .throwing])
    _ = try bench.run(plan)
    let (summary, _) = try bench.run(plan, repetition: .missingAndFailed)
    #expect(summary.executed == 1)
    #expect(summary.cached == 1)
  }

  @Test func numbersDoNotDependOnJobsOrRepetition() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan([("one", ToyModel()), ("two", ToyModel())])
    plan.seeds = 0..<3
    _ = try bench.run(plan, jobs: 1)
    let first = try bench.store.frame().cells
    let (summary, _) = try bench.run(plan, jobs: 2, repetition: .everything)
    #expect(summary.executed == 6)
    let second = try bench.store.frame().cells
    for (first, second) in zip(first, second) {
      #expect(first.evaluation.differences(from: second.evaluation) == [])
    }
    #expect(Set(first.map(\.run)).isDisjoint(with: second.map(\.run)))
    let distinct = Set(first.compactMap { numbers($0).first?.value.number })
    #expect(distinct.count == 6, "seeds and models have streams of their own")
  }

  private func numbers(_ cell: CellResult) -> [Experiment.Measurement] {
    cell.evaluation.measurements.filter { $0.kind == .result }
  }

  @Test func limitsOfTimeAndMemoryAreNotPartOfTheKey() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good])
    _ = try bench.run(plan)
    plan.budget.wallSeconds += 10
    plan.budget.memoryMebibytes += 100
    #expect(try bench.run(plan).summary.cached == 1)
    plan.budget.trainingSteps += 1
    #expect(try bench.run(plan).summary.executed == 1)
  }

  @Test func ofTwoKeysTheOneOfTheLatestRunIsShown() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good])
    _ = try bench.run(plan)
    let first = try bench.store.frame().cells.map(\.key)
    plan.budget.trainingSteps += 1
    _ = try bench.run(plan)
    #expect(try bench.store.frame().cells.map(\.key) != first)
    plan.budget.trainingSteps -= 1
    _ = try bench.run(plan)
    #expect(try bench.store.frame().cells.map(\.key) == first)
  }

  @Test func aKilledHarnessLosesAtMostTheCellInFlight() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var model = ToyModel()
    model.seconds = 0.1
    var plan = ToyPlan([("slow", model)])
    plan.seeds = 0..<8
    let (process, output) = try bench.startRun(plan)
    let finished = try eventLines(output, until: 3)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let reader = try ResultStore(path: bench.store.path, access: .readOnly)
    #expect(try reader.checkHealth().problems == [])
    let stored = try reader.frame().cells.filter { $0.state == .done }.count
    #expect(stored >= finished)
    let (summary, _) = try bench.run(plan)
    #expect(summary.cached >= finished)
    #expect(summary.states == [.done: 8])
    #expect(summary.cached + summary.executed == 8)
    #expect(try bench.store.checkHealth().problems == [])
  }

  @Test func workersDieWithAKilledHarness() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let (process, output) = try bench.startRun(ToyPlan(behaviours: [.sleeping]))
    _ = try eventLines(output, until: 1, containing: "\"fit\"")
    let children = try String(
      contentsOfFile:
        "/proc/\(process.processIdentifier)/task/\(process.processIdentifier)/children",
      encoding: .utf8
    ).split(separator: " ").compactMap { Int32($0) }
    #expect(!children.isEmpty)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(eventually { children.allSatisfy { !isRunning($0) } })
  }

  /// Reads lines of events until `count` of them contain `text`; how many did.
  private func eventLines(
    _ output: Pipe, until count: Int, containing text: String = "cellFinished"
  ) throws -> Int {
    var seen = ""
    while seen.components(separatedBy: text).count - 1 < count {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { break }
      seen += String(decoding: data, as: UTF8.self)
    }
    let found = seen.components(separatedBy: text).count - 1
    try #require(found >= count, "\(seen)")
    return found
  }

  @Test func aCancelledRunKeepsWhatIsFinished() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var slow = ToyModel()
    slow.seconds = 60
    let plan = ToyPlan([("a", ToyModel()), ("b", slow), ("c", ToyModel())])
    let control = RunControl()
    let (summary, _) = try bench.run(plan, control: control) { event in
      if case .cellStage(let cell, _, .fit) = event, cell.model == "b" { control.cancel() }
    }
    #expect(summary.exitCode == .interrupted)
    #expect(summary.states == [.done: 1, .cancelled: 1, .planned: 1])
    var quick = plan
    quick.models[1].model.seconds = 0
    let resumed = try bench.run(quick).summary
    #expect(resumed.cached == 1)
    #expect(resumed.states == [.done: 3])
  }

  @Test func aSignalStopsARunWithItsExitCode() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let (process, output) = try bench.startRun(ToyPlan(behaviours: [.good, .sleeping]))
    _ = try eventLines(output, until: 1, containing: "\"fit\"")
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == ExitCode.interrupted.rawValue)
    #expect(try bench.store.checkHealth().problems == [])
  }

  @Test func theSecondOfTwoRunsWaitsAndFindsTheCells() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var model = ToyModel()
    model.seconds = 0.4
    let plan = ToyPlan([("slow", model)])
    let (process, output) = try bench.startRun(plan)
    _ = try eventLines(output, until: 1, containing: "\"fit\"")
    let (summary, events) = try bench.run(plan)
    process.waitUntilExit()
    #expect(summary.cached == 1)
    guard case .waiting(let holder) = events.first else {
      Issue.record("the second run did not wait")
      return
    }
    #expect(holder.hasSuffix("of process \(process.processIdentifier)"))
  }

  @Test func aFullDiskEndsTheRunAndLeavesTheStoreSound() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good])
    plan.seeds = 0..<200
    let (process, output) = try bench.startRun(plan, mode: "run-on-full-disk")
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    let last = String(decoding: data, as: UTF8.self).split(separator: "\n").last ?? ""
    #expect(last.contains("free some disk space"), "\(last)")
    #expect(try bench.store.checkHealth().problems == [])
    #expect(try bench.run(plan).summary.states == [.done: 200])
  }
}
