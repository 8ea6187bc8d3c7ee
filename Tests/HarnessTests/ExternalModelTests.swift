import Experiment
import Foundation
import Harness
import HarnessFixtures
import Planning
import TestSupport
import Testing

/// Cells whose model is a program of its own, through pool and worker.
@Suite struct ExternalModelTests {
  private let bench: Bench
  private let folder: TemporaryFolder

  init() throws {
    bench = try Bench()
    folder = try TemporaryFolder()
    try folder.write(
      PackageFolder.text("Tests/Fixtures/ExternalPrograms/toy.py"), to: "toy.py")
  }

  /// A plan of one cell for each behaviour of the toy program.
  private func plan(_ behaviours: [String]) throws -> Plan {
    let toys = try ToyPlan(behaviours.map { ($0, ToyModel()) }).plan()
    let cells = try toys.cells.map { cell in
      var cell = cell
      var script = ToyScript()
      script.command = ["python3", "toy.py", cell.identity.model]
      cell.model = RecipeUse(
        name: "toy-script", parameters: try json(script.located(in: folder.url)))
      cell.modelFolder = folder.url.path
      return cell
    }
    return Plan(
      suite: toys.suite, resolvedSuite: toys.resolvedSuite, profile: toys.profile, cells: cells)
  }

  private func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  private func outcomes(of plan: Plan) throws -> [String: CellReport] {
    var reports: [String: CellReport] = [:]
    _ = try bench.harness.run(plan, options: bench.options) { event in
      if case .cellFinished(let report) = event { reports[report.cell.model] = report }
    }
    return reports
  }

  @Test func aProgramsCellIsDoneAndCostsWhatTheProgramCosts() throws {
    defer { bench.remove() }
    let report = try #require(try outcomes(of: plan(["good"]))["good"])
    #expect(report.state == .done, "\(report.reason)")
    // The weight is 2 for the toy's seed.
    #expect(report.value.number == 0)
    let resources = try #require(try bench.cells()["good"]).resources
    #expect(resources.peakMebibytes > 5, "worker and Python together")
  }

  @Test func whatAProgramDoesWrongFailsItsOwnCellAlone() throws {
    defer { bench.remove() }
    let reports = try outcomes(of: plan(["exits in fit", "wrong shape", "good", "zombies"]))
    #expect(reports["exits in fit"]?.state == .failed)
    #expect(reports["exits in fit"]?.reason.contains("exited with code 3") == true)
    #expect(reports["wrong shape"]?.reason.contains("the role asks for") == true)
    #expect(reports["good"]?.state == .done)
    #expect(reports["zombies"]?.state == .done)
  }

  @Test func aProgramThatChangedSincePlanningIsRefused() throws {
    defer { bench.remove() }
    let plan = try plan(["good"])
    try folder.write("print('other')", to: "toy.py")
    let report = try #require(try outcomes(of: plan)["good"])
    #expect(report.state == .failed)
    #expect(report.reason.contains("has changed since the run was planned"))
  }
}
