import ArgumentParser
import Experiment
import Foundation
import Harness

/// `assay data list`.
struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the datasets of the selected suites and what is there.",
    discussion: """
      EXAMPLES:
        assay data list                      every suite, quick profile
        assay data list cfdbench --profile standard --not-generated
      """)

  @OptionGroup var selection: Selection
  @OptionGroup var workspace: Workspace

  @Flag(help: "List the parts that are not generated, with their reasons.")
  var notGenerated = false

  func run() throws {
    let cache = DataCache(folder: workspace.dataLocation, suites: workspace.suitesFolder)
    for (task, dataset) in try DatasetsOfPlans(selection: selection, workspace: workspace).all() {
      if dataset is any SuppliedDataset {
        let origin = cache.location(of: dataset)?.origin.rawValue ?? "not there"
        print("\(task)  \(dataset.identifier)  real data, \(origin)")
        continue
      }
      let parts = dataset.parts
      let made = parts.filter(\.notGenerated.isEmpty)
      let missing = cache.location(of: dataset) == nil ? cache.missingParts(of: dataset).count : 0
      print(
        "\(task)  \(dataset.identifier)  \(made.count - missing) of \(made.count) parts, "
          + "\(parts.count - made.count) not generated")
      guard notGenerated else { continue }
      for part in parts where !part.notGenerated.isEmpty {
        print("  \(part.path): \(part.notGenerated)")
      }
    }
    if let folders = try? ImportRegister(in: workspace.dataLocation).folders() {
      for (benchmark, folder) in folders.sorted(by: { $0.key < $1.key }) {
        print("imported  \(benchmark)  \(folder.path)")
      }
    }
  }
}
