import ArgumentParser
import Comparison
import DataFormats
import Experiment
import Foundation

/// `assay baseline import`.
struct BaselineImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Copy a baseline folder that somebody else saved, after checking it.",
    discussion: """
      EXAMPLES:
        assay baseline import ../their-clone/Baselines/their-method
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: "The folder of the baseline.")
  var folder: String

  func run() throws {
    let source = URL(filePath: folder, directoryHint: .isDirectory)
    let baseline = try Baseline.load(from: source)
    let target = workspace.baselinesFolder.appending(path: baseline.id)
    guard !FileManager.default.fileExists(atPath: target.path) else {
      throw AssayError(
        .badInput, where: target.relativePath, found: "a baseline of that id",
        expected: "an id that is free", remedy: "remove or rename the one that is there")
    }
    try FileManager.default.copyItem(at: source, to: target)
    print("imported \(baseline.frame.cells.count) cells as \(target.relativePath)")
  }
}
