import ArgumentParser
import Comparison
import Experiment
import Foundation
import Planning

/// `assay list`: what there is.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List suites with their tasks, models and metrics, and the baselines.",
    discussion: """
      EXAMPLES:
        assay list                every suite and baseline
        assay list --shelves      every recipe that a suite file may name
      """)

  @OptionGroup var workspace: Workspace

  @Flag(help: "List the recipes of the shelves instead.")
  var shelves = false

  func run() throws {
    if shelves { return printShelves() }
    for location in try Suite.find(in: workspace.suitesFolder) {
      printSuite(try SuiteFile.load(location.file, catalogue: .assay))
    }
    print("Baselines")
    for baseline in try Baseline.list(in: workspace.baselinesFolder) {
      print("  \(baseline.id)  \(baseline.kind.rawValue)  \(baseline.profile?.rawValue ?? "")")
    }
  }

  private func printSuite(_ suite: Suite) {
    print("\(suite.id) - \(suite.title)\n  \(suite.reference)")
    printRows("tasks", suite.tasks.map { ($0.id, $0.title) })
    printRows("models", suite.models.map { ($0.id, $0.title) })
    printRows(
      "metrics", suite.metrics.map { ($0.name, suite.metricDefinitions[$0.name]?.title ?? "") })
    let profiles = suite.profiles.map {
      (
        $0.profile.rawValue,
        "\($0.tasks.count) tasks x \($0.models.count) models x \($0.seeds.count) seeds"
      )
    }
    printRows("profiles", profiles)
    print("")
  }

  private func printShelves() {
    printRows("tasks", Catalogue.assay.tasks.keys.sorted().map { ($0, "") })
    printRows("models", Catalogue.assay.models.keys.sorted().map { ($0, "") })
    let metrics = Catalogue.assay.metrics.sorted { $0.key < $1.key }
    printRows("metrics", metrics.map { ($0.key, $0.value.definition.formula) })
  }

  private func printRows(_ heading: String, _ rows: [(name: String, text: String)]) {
    let width = rows.map(\.name.count).max() ?? 0
    print("  \(heading)")
    for row in rows {
      let padding = String(repeating: " ", count: width - row.name.count + 2)
      print("    \(row.name)\(row.text.isEmpty ? "" : padding + row.text)")
    }
  }
}
