import Experiment
import Foundation
import Harness
import Planning
import Store

/// One fault between two good neighbours: what was to be seen, and what is amiss.
package struct FaultTrial {
  let program: URL
  let arguments: [String]

  /// - Parameters:
  ///   - program: a program that runs `WorkerMain` with the shelf of toys
  ///   - arguments: what makes it do so
  package init(worker program: URL, arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// Everything that did not go as it should; empty when the fault was contained.
  package func problems(of fault: FaultCase) throws -> [String] {
    let bench = try TrialBench(worker: program, arguments: arguments)
    defer { bench.remove() }
    var toys = ToyPlan(behaviours: [fault.behaviour, .good])
    toys.seeds = 0..<2
    toys.budget = fault.budget
    var reports: [CellReport] = []
    let summary = try bench.run(try toys.plan(), options: bench.options) { event in
      if case .cellFinished(let report) = event { reports.append(report) }
    }
    let stored = try ResultStore(path: bench.storePath, access: .readOnly)
    let cells = try stored.frame().cells
    var problems = Self.problems(fault, cells, reports)
    problems += try Self.problems(
      ofNeighbours: cells, named: ToyModel.Behaviour.good.rawValue, toys)
    let expected: ExitCode = if case .done = fault.end { .done } else { .cellsFailed }
    if summary.exitCode != expected { problems.append("exit code \(summary.exitCode)") }
    return problems + (try stored.checkHealth().problems) + bench.leftovers()
  }

  private static func problems(
    _ fault: FaultCase, _ cells: [CellResult], _ reports: [CellReport]
  ) -> [String] {
    let name = fault.behaviour.rawValue
    let own = cells.filter { $0.identity.model == name }
    let kinds = reports.filter { $0.cell.model == name }.map(\.failure)
    guard own.count == 2, kinds.count == 2 else { return ["\(own.count) cells are stored"] }
    switch fault.end {
    case .done:
      return own.filter { $0.state != .done }.map { "\($0.state.rawValue): \($0.reason)" }
    case .failed(let expected, let reason):
      return zip(own, kinds).flatMap { cell, kind -> [String] in
        guard let kind, expected.contains(kind) else {
          return ["\(kind?.rawValue ?? "done"): \(cell.reason.prefix(200))"]
        }
        let stored = cell.failure ?? kind
        return (cell.state == kind.state && stored == kind ? [] : ["state \(cell.state)"])
          + (cell.reason.contains(reason) ? [] : ["reason \(cell.reason.prefix(200))"])
          + (cell.reason.count <= longestReason ? [] : ["a reason of \(cell.reason.count)"])
      }
    }
  }

  private static let longestReason = 4100

  /// A neighbour's number is what its seed alone gives, whatever its worker lived through before.
  private static func problems(
    ofNeighbours cells: [CellResult], named name: String, _ toys: ToyPlan
  ) throws -> [String] {
    let good = cells.filter { $0.identity.model == name }
    let numbers = good.compactMap { $0.value(ToyPlan.headlines[0]).number }
    let expected = try toys.seeds.map { try toys.expectedError(of: name, seed: $0) }
    return numbers == expected ? [] : ["neighbours found \(numbers), not \(expected)"]
  }
}
