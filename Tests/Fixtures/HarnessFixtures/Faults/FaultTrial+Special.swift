import Experiment
import Foundation
import Harness
import Planning
import Store

/// Faults that are not those of a model.
extension FaultTrial {
  /// What is amiss when the data of a task cannot be made.
  package func problemsOfMissingData() throws -> [String] {
    var toys = ToyPlan(behaviours: [.good])
    toys.seeds = 0..<3
    toys.task.brokenPart = "a/two"
    return try problems(of: toys) { summary, reports, cells in
      var problems: [String] = []
      if summary.exitCode != .cellsFailed { problems.append("exit code \(summary.exitCode)") }
      if reports.map(\.failure) != [.noData, .noData, .noData] { problems.append("other kinds") }
      for cell in cells where !cell.reason.contains("a/two: the solver diverged") {
        problems.append("reason \(cell.reason)")
      }
      return problems
    }
  }

  /// What is amiss when the user stops a run in the middle of a cell.
  package func problemsOfCancelling() throws -> [String] {
    let control = RunControl()
    let toys = ToyPlan(behaviours: [.good, .sleeping])
    return try problems(of: toys, control) { event in
      if case .cellStage(let cell, _, .fit) = event, cell.model == "sleeping" { control.cancel() }
    } judge: { summary, _, cells in
      var problems: [String] = []
      if summary.exitCode != .interrupted { problems.append("exit code \(summary.exitCode)") }
      if summary.states != [.done: 1, .cancelled: 1] { problems.append("\(summary.states)") }
      if cells.first(where: { $0.identity.model == "good" })?.state != .done {
        problems.append("the neighbour is lost")
      }
      return problems
    }
  }

  private func problems(
    of toys: ToyPlan, _ control: RunControl = RunControl(),
    each: @escaping (RunEvent) -> Void = { _ in },
    judge: (RunSummary, [CellReport], [CellResult]) -> [String]
  ) throws -> [String] {
    let bench = try TrialBench(worker: program, arguments: arguments)
    defer { bench.remove() }
    var reports: [CellReport] = []
    let summary = try bench.run(try toys.plan(), options: bench.options, control: control) {
      if case .cellFinished(let report) = $0 { reports.append(report) }
      each($0)
    }
    let stored = try ResultStore(path: bench.storePath, access: .readOnly)
    return judge(summary, reports, try stored.frame().cells)
      + (try stored.checkHealth().problems) + bench.leftovers()
  }
}
