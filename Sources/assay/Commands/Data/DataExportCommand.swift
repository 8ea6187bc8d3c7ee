import ArgumentParser
import Experiment
import Foundation
import Harness

/// `assay data export`.
struct DataExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Copy generated data to a folder in the benchmark's official format.",
    discussion: """
      EXAMPLES:
        assay data export cfdbench --profile quick --output cfdbench-quick
      """)

  @OptionGroup var selection: Selection
  @OptionGroup var workspace: Workspace

  @Option(help: ArgumentHelp("The folder to write; must not exist.", valueName: "folder"))
  var output: String

  func run() throws {
    let target = URL(filePath: output, directoryHint: .isDirectory)
    guard !FileManager.default.fileExists(atPath: target.path) else {
      throw AssayError(
        .badInput, where: output, found: "something is there already", expected: "a new folder",
        remedy: "choose another name")
    }
    let cache = DataCache(folder: workspace.dataLocation, suites: workspace.suitesFolder)
    for (task, dataset) in try DatasetsOfPlans(selection: selection, workspace: workspace).all() {
      if dataset is any SuppliedDataset {
        print("\(dataset.identifier) is real data in the official format already")
        continue
      }
      guard let location = cache.location(of: dataset) else {
        throw AssayError(
          .badInput, where: task, found: "its data are not complete", expected: "generated data",
          remedy: "run 'assay data generate' first")
      }
      try copy(dataset, from: location.folder, to: target)
    }
  }

  private func copy(_ dataset: any DatasetRecipe, from source: URL, to target: URL) throws {
    for part in dataset.parts where part.notGenerated.isEmpty {
      let place = target.appending(path: part.path)
      let made = source.appending(path: part.path)
      guard !FileManager.default.fileExists(atPath: place.path),
        PartFailure.read(from: made) == nil
      else { continue }
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: made, to: place)
    }
    print("exported \(dataset.identifier)")
  }
}
