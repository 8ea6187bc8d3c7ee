import ArgumentParser
import Foundation
import Planning

/// `assay validate`: suite files and model files, without running anything.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check suite files and model files without running anything.",
    discussion: """
      Every mistake is reported with file, line and column, what was expected and how to mend it.

      EXAMPLES:
        assay validate                              every suite
        assay validate Suites/cfdbench/suite.yaml   one file
        assay validate --model my_model.yaml        a model of your own
        assay validate --schema > suite.schema.json JSON Schema, for editors
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: ArgumentHelp("Suite files; every suite when none is given.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("A model file; may be repeated.", valueName: "yaml"))
  var model: [String] = []

  @Flag(help: "Print the JSON Schema of suite files.")
  var schema = false

  func run() throws {
    if schema { return print(try SuiteSchema.json(catalogue: .assay)) }
    for file in model {
      let model = try ModelFile.load(URL(filePath: file), catalogue: .assay)
      print("\(file): model \(model.id) is sound")
    }
    for file in try suiteFiles() {
      let suite = try SuiteFile.load(file, catalogue: .assay)
      print(
        "\(file.relativePath): suite \(suite.id) is sound: \(suite.tasks.count) tasks, "
          + "\(suite.models.count) models, \(suite.metrics.count) metrics")
    }
  }

  private func suiteFiles() throws -> [URL] {
    guard files.isEmpty else { return files.map { URL(filePath: $0) } }
    return model.isEmpty ? try Suite.find(in: workspace.suitesFolder).map(\.file) : []
  }
}
