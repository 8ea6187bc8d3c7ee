import ArgumentParser
import Experiment
import Foundation
import Harness
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
      Afterwards 'assay run cfdbench --data imported' uses it. \
      Of the other benchmarks FOLDER holds the official files: the four IDX files of mnist or fashion-mnist, \
      the binary batches of cifar-10, set-a and set-b of physionet-2012.

      EXAMPLES:
        assay data import cfdbench ~/CFDBench
        assay data import cfdbench ~/Downloads/cavity.zip
        assay data import mnist ~/mnist
      """)

  @OptionGroup var workspace: Workspace

  @Argument(
    help: "The benchmark: cfdbench, mnist, fashion-mnist, cifar-10, physionet-2012, pbcseq.")
  var benchmark: String

  @Argument(help: "The download.")
  var folder: String

  func run() throws {
    guard benchmark == ImportRegister.cfdbench else { return try importRealData() }
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

  /// Registers a set of real data where it lies.
  private func importRealData() throws {
    guard NeuralImport.benchmarks.contains(benchmark) else {
      let known = [ImportRegister.cfdbench] + NeuralImport.benchmarks
      throw AssayError(
        .badInput, where: "assay data import", found: "no benchmark '\(benchmark)'",
        expected: "one of \(known.joined(separator: ", "))", remedy: "correct the name")
    }
    let place = URL(filePath: folder, directoryHint: .isDirectory)
    let content = try NeuralImport.check(benchmark, in: place)
    let hash = try ImportedFolder(folder: place, cache: workspace.dataLocation).location()
      .contentHash
    try ImportRegister(in: workspace.dataLocation).add(benchmark, at: place)
    print("\(benchmark): \(content)")
    print("registered \(place.path), content \(hash.prefix(12))")
  }
}
