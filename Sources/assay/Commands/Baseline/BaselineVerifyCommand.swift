import ArgumentParser
import Comparison
import Experiment
import Foundation
import Harness
import Planning
import Store

/// `assay baseline verify`.
struct BaselineVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the hashes and the form of every baseline, and repeat some of its cells.",
    discussion: """
      Exits with 2 when a file was edited or is missing, and says which. With --repeat, a share of a \
      measured baseline's cells is run again: 1 when a number differs. Cells whose code, data or \
      machine changed since cannot be compared and are listed.

      EXAMPLES:
        assay baseline verify
        assay baseline verify quick --repeat 0.03
      """)

  @OptionGroup var workspace: Workspace
  @OptionGroup var execution: Execution

  @Argument(help: "Only this one, as in quick.")
  var id = ""

  @Option(
    name: .customLong("repeat"), help: "The share of the cells that is run again, from 0 to 1.")
  var share = 0.0

  func run() throws {
    var isSound = true
    for listing in try listings() {
      let problems = Baseline.verify(at: listing.folder)
      print(
        problems.isEmpty
          ? "\(listing.id): sound" : problems.map(\.description).joined(separator: "\n"))
      isSound = isSound && problems.isEmpty
    }
    if !isSound { throw Outcome(code: .badInput) }
    if share > 0 { try repeatCells() }
  }

  private func listings() throws -> [BaselineListing] {
    let known = try Baseline.list(in: workspace.baselinesFolder)
    guard !id.isEmpty else { return known }
    guard let chosen = known.first(where: { $0.id == id }) else {
      throw AssayError(
        .badInput, where: "baseline", found: "no baseline '\(id)'",
        expected: "one of \(known.map(\.id).joined(separator: ", "))",
        remedy: "correct the id, or leave it out to check all of them")
    }
    return [chosen]
  }

  private func repeatCells() throws {
    guard share <= 1 else {
      throw AssayError(
        .badInput, where: "--repeat", found: "\(share)", expected: "0 to 1",
        remedy: "give 0.03 for three in a hundred cells")
    }
    let store = try ResultStore(path: workspace.store, access: .readWrite)
    let repetition = Repetition(
      harness: Harness(catalogue: .assay, store: store, worker: .current),
      options: try execution.options(in: workspace), share: share, progress: ProgressPrinter(.text))
    for listing in try listings() where listing.kind == .measured {
      let baseline = try Baseline.load(from: listing.folder)
      try repetition.run(try plans(of: baseline), beside: baseline.frame)
    }
  }

  /// The plans of the suites that are still there, with the baseline's own models and seeds.
  private func plans(of baseline: Baseline) throws -> [Plan] {
    let names = Set(baseline.frame.cells.map(\.identity))
    return try baseline.frame.suites.map { suite in
      let location = try Suite.locate(suite.id, in: workspace.suitesFolder)
      let plan = try SuiteFile.load(location.file, catalogue: .assay).plan(
        profile: baseline.profile, tasks: [], models: [],
        seeds: Set(names.filter { $0.suite == suite.id }.map(\.seed)).sorted())
      return Plan(
        suite: plan.suite, resolvedSuite: plan.resolvedSuite, profile: plan.profile,
        cells: plan.cells.filter { names.contains($0.identity) })
    }
  }
}
