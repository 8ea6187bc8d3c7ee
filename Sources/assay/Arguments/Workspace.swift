import ArgumentParser
import Foundation
import Store

/// Where a verb finds suites, baselines, results and data; every folder can be moved by a flag.
struct Workspace: ParsableArguments {
  @Option(help: ArgumentHelp("The store of results.", valueName: "file"))
  var store = ".assay/results.sqlite"

  @Option(
    name: .customLong("suites-folder"),
    help: ArgumentHelp("The folder of suites.", valueName: "folder"))
  var suites = "Suites"

  @Option(
    name: .customLong("baselines-folder"),
    help: ArgumentHelp("The folder of baselines.", valueName: "folder"))
  var baselines = "Baselines"

  @Option(help: ArgumentHelp("The folder of generated and imported data.", valueName: "folder"))
  var dataFolder = ".assay/data"

  /// The store by the name of its file, whatever links lead there.
  mutating func validate() throws { store = try StorePath.resolved(store) }

  /// The folder of suites.
  var suitesFolder: URL { URL(filePath: suites, directoryHint: .isDirectory) }
  /// The folder of baselines.
  var baselinesFolder: URL { URL(filePath: baselines, directoryHint: .isDirectory) }
  /// The folder of data.
  var dataLocation: URL { URL(filePath: dataFolder, directoryHint: .isDirectory) }
}
