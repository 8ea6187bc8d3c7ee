import ArgumentParser
import DataFormats
import Experiment
import Harness

/// `assay data verify`.
struct DataVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare every generated file with the hash in its manifest.",
    discussion: """
      EXAMPLES:
        assay data verify cfdbench
      """)

  @OptionGroup var selection: Selection
  @OptionGroup var workspace: Workspace

  func run() throws {
    let cache = DataCache(folder: workspace.dataLocation, suites: workspace.suitesFolder)
    var isSound = true
    for (task, dataset) in try DatasetsOfPlans(selection: selection, workspace: workspace).all() {
      // Real data have no manifest of ours: their hash is part of every cell's key.
      if dataset is any SuppliedDataset { continue }
      guard let location = cache.location(of: dataset) else {
        print("\(task)  \(dataset.identifier)  not complete")
        continue
      }
      let problems = try Manifest.read(from: location.folder).problems(in: location.folder)
      print("\(task)  \(dataset.identifier)  \(problems.isEmpty ? "sound" : "DAMAGED")")
      for problem in problems { print("  \(problem)") }
      isSound = isSound && problems.isEmpty
    }
    if !isSound { throw Outcome(code: .badInput) }
  }
}
