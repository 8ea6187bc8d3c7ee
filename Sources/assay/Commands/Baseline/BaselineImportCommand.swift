import ArgumentParser
import Comparison
import DataFormats
import Experiment
import Foundation

/// `assay baseline import`.
struct BaselineImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take a baseline that somebody else saved or exported, after checking it.",
    discussion: """
      A folder that 'assay baseline save' wrote, or a file of 'assay export results --format jsonl' \
      with the id that it is to have.

      EXAMPLES:
        assay baseline import ../their-clone/Baselines/their-method
        assay baseline import theirs.jsonl --id theirs --profile standard
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: "The folder of the baseline, or a file of exported results.")
  var source: String

  @Option(help: "The id of a baseline that is made of exported results.")
  var id = ""

  @Option(help: "The profile of the exported results.")
  var profile: Profile = .quick

  func run() throws {
    let url = URL(filePath: source)
    var isFolder = ObjCBool(false)
    let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    let baseline = try exists && !isFolder.boolValue ? imported(url) : copied(url)
    print(
      "imported \(baseline.frame.cells.count) cells as \(workspace.baselines)/\(baseline.id)")
  }

  private func imported(_ file: URL) throws -> Baseline {
    guard !id.isEmpty else {
      throw AssayError(
        .badInput, where: "--id", found: "none for \(source)",
        expected: "the id of the new baseline", remedy: "give it one, as in --id theirs")
    }
    try requireFree(id)
    return try Baseline.importExport(
      file, id: id, profile: profile, in: workspace.baselinesFolder)
  }

  private func copied(_ folder: URL) throws -> Baseline {
    let baseline = try Baseline.load(from: folder)
    try requireFree(baseline.id)
    try FileManager.default.copyItem(
      at: folder, to: workspace.baselinesFolder.appending(path: baseline.id))
    return baseline
  }

  private func requireFree(_ id: String) throws {
    let target = workspace.baselinesFolder.appending(path: id)
    guard FileManager.default.fileExists(atPath: target.path) else { return }
    throw AssayError(
      .badInput, where: target.relativePath, found: "a baseline of that id",
      expected: "an id that is free", remedy: "remove or rename the one that is there")
  }
}
