import ArgumentParser
import Experiment
import Foundation
import Tasks

/// `assay data import`.
struct DataImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Check and register a user's own official download.",
    discussion: """
      FOLDER is the unpacked download, or a folder with the zip archives as downloaded (they are \
      unpacked beside the generated data), or one such archive. It may hold any of the problems cavity, \
      tube, dam and cylinder. Nothing is fetched from a network. \
      Afterwards 'assay run cfdbench --data imported' uses it.

      EXAMPLES:
        assay data import cfdbench ~/CFDBench
        assay data import cfdbench ~/Downloads/cavity.zip
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: "The benchmark: cfdbench.")
  var benchmark: String

  @Argument(help: "The download.")
  var folder: String

  func run() throws {
    guard benchmark == ImportRegister.cfdbench else {
      throw AssayError(
        .badInput, where: "assay data import", found: "no benchmark '\(benchmark)'",
        expected: ImportRegister.cfdbench, remedy: "correct the name")
    }
    let destination = workspace.dataLocation.appending(path: "imported/\(benchmark)")
    let summary = try CFDBenchImport.importDownload(from: URL(filePath: folder), to: destination)
    for note in summary.notes { print("note: \(note)") }
    try summary.requireNoProblems()
    for sweep in summary.sweeps {
      let cases = "\(sweep.cases) of \(sweep.publishedCases) cases"
      print("\(sweep.path): \(cases), \(sweep.frames) frames")
    }
    try CheckedImport(folder: summary.root, memory: workspace.dataLocation).remember()
    try ImportRegister(in: workspace.dataLocation).add(benchmark, at: summary.root)
    print("registered \(summary.root.path), content \(summary.contentHash.prefix(12))")
  }
}
