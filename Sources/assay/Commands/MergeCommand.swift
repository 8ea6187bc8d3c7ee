import ArgumentParser
import Experiment
import Foundation
import Store
import Submissions

/// `assay merge`: shards into one store.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Bring the stores of shards together in one.",
    discussion: """
      A shard is a store, or the folder of a submission for all of its shards. What is merged \
      already is not merged twice, and shards may come one by one.

      EXAMPLES:
        assay merge one.sqlite two.sqlite --store .assay/results.sqlite
        assay merge .assay/submissions/20260731-134502-4711
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: ArgumentHelp("Stores, or folders of submissions.", valueName: "shard"))
  var shards: [String]

  /// A shard that is being written or damaged does not keep the others out.
  func run() throws {
    let paths = try shards.flatMap(stores)
    let store = try ResultStore(path: workspace.store, access: .readWrite)
    var refusals: [any Error] = []
    for path in paths {
      do {
        for shard in try store.merge([path]).shards {
          print("\(path): \(shard.cells) new cells, \(shard.attempts) new attempts")
        }
      } catch {
        print("\(path): refused")
        refusals.append(error)
      }
    }
    print("merged \(paths.count - refusals.count) of \(paths.count) shards into \(workspace.store)")
    if let first = refusals.first { throw first }
  }

  private func stores(_ name: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) else {
      throw AssayError(
        .badInput, where: "shard '\(name)'", found: "no such file",
        expected: "the store of a shard",
        remedy: "`assay submit status` tells which elements are done")
    }
    guard isFolder.boolValue else { return [name] }
    let found = SubmissionFolder(URL(filePath: name)).existingShards().map(\.path)
    guard !found.isEmpty else {
      throw AssayError(
        .badInput, where: "shard '\(name)'", found: "a folder without shards",
        expected: "the folder of a submission whose elements have begun",
        remedy: "`assay submit status` tells where they stand")
    }
    return found
  }
}
