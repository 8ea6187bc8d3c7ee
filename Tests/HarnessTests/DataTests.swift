import Experiment
import Foundation
import Harness
import HarnessFixtures
import Testing

@Suite struct DataTests {
  @Test func partsAreMadeOnceAndTheRestIsNamedWithItsReason() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let first = try bench.run(ToyPlan(behaviours: [.good])).events
    #expect(
      first.contains(
        .partNotGenerated(
          dataset: "toy-data", part: "b/four", reason: "the fluid is not known")))
    #expect(
      first.contains(.dataset(identifier: "toy-data", parts: 4, missing: 3, origin: .generated)))
    let second = try bench.run(ToyPlan(behaviours: [.good])).events
    #expect(
      second.contains(.dataset(identifier: "toy-data", parts: 4, missing: 0, origin: .generated)))
    let folder = DataCache(folder: bench.folder.appending(path: "data")).folder(of: ToyData())
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["a", "b", "manifest.json"])
  }

  @Test func aDamagedPartIsMadeAgainWithTheSameContent() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let cache = DataCache(folder: bench.folder.appending(path: "data"))
    _ = try bench.run(ToyPlan(behaviours: [.good]))
    let before = try #require(cache.location(of: ToyData()))
    try Data().write(to: before.folder.appending(path: "a/two/values.txt"))
    #expect(cache.location(of: ToyData()) == nil)
    #expect(cache.missingParts(of: ToyData()).map(\.path) == ["a/two"])
    let summary = try bench.run(ToyPlan(behaviours: [.good])).summary
    #expect(summary.cached == 1)
    #expect(cache.location(of: ToyData()) == before)
  }

  @Test func cellsWithoutTheirDataFailWithTheReasonAndCanBeRunLater() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good])
    plan.task.brokenPart = "a/two"
    let summary = try bench.run(plan).summary
    #expect(summary.states == [.failed: 1])
    #expect(
      try bench.cells()["good"]?.reason
        == "its data could not be made: a/two: the solver diverged")
    plan.task.brokenPart = ""
    let (later, events) = try bench.run(plan)
    #expect(later.states == [.done: 1])
    #expect(
      events.contains(.dataset(identifier: "toy-data", parts: 4, missing: 1, origin: .generated)))
  }

  @Test func aFailedSimulationIsToldAtEveryRunAndTheOtherPartsAreData() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good])
    plan.task.failedPart = "a/two"
    let (summary, events) = try bench.run(plan)
    #expect(summary.states == [.done: 1])
    let problems = events.compactMap { event -> String? in
      guard case .partFinished(_, "a/two", _, _, _, let problem) = event else { return nil }
      return problem
    }
    #expect(problems == ["diverged at t = 2 s"])
    let later = try bench.run(plan).events
    #expect(
      later.contains(
        .partNotGenerated(dataset: "toy-data", part: "a/two", reason: "diverged at t = 2 s")))
    #expect(
      later.contains(.dataset(identifier: "toy-data", parts: 4, missing: 0, origin: .generated)))
  }

  @Test func aDownloadWithoutTheTasksDataIsRefused() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var options = bench.options
    let absent = bench.folder.appending(path: "absent")
    options.importedData = ["toy": absent]
    let plan = try ToyPlan(behaviours: [.good]).plan()
    let summary = try bench.harness.run(plan, options: options) { _ in }
    #expect(summary.states == [.failed: 1])
    #expect(
      try bench.cells()["good"]?.reason
        == "the imported download has no folder \(absent.path)")
  }

  @Test func theUsersOwnFolderIsReadAndNothingIsGenerated() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let own = bench.folder.appending(path: "own/a/one")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try Data("12345".utf8).write(to: own.appending(path: "values.txt"))
    var options = bench.options
    options.importedData = ["toy": bench.folder.appending(path: "own")]
    let plan = try ToyPlan(behaviours: [.good]).plan()
    let summary = try bench.harness.run(plan, options: options) { _ in }
    #expect(summary.states == [.done: 1])
    #expect(try bench.cells()["good"]?.dataOrigin == .imported)
    let generated = DataCache(folder: bench.folder.appending(path: "data")).folder(of: ToyData())
    #expect(!FileManager.default.fileExists(atPath: generated.path))
    #expect(try bench.run(ToyPlan(behaviours: [.good])).summary.executed == 1)
  }

  @Test func aPreviewMakesNothing() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let plan = try ToyPlan(behaviours: [.good]).plan()
    let before = try bench.harness.preview(plan, options: bench.options)
    #expect(before.datasets.map(\.missingParts) == [3])
    #expect(before.cells.map(\.wouldRun) == [true])
    #expect(try bench.store.runs().isEmpty)
    _ = try bench.run(ToyPlan(behaviours: [.good]))
    let after = try bench.harness.preview(plan, options: bench.options)
    #expect(after.datasets.map(\.missingParts) == [0])
    #expect(after.cells.map(\.wouldRun) == [false])
    #expect(after.cells.map(\.state) == [.done])
  }
}
