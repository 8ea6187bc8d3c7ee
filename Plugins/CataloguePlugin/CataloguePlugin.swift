import Foundation
import PackagePlugin

/// Writes the list of a shelf's entries (`Catalogue/`) and, for the harness, the hash of all sources
/// whose change can change a number.
@main
struct CataloguePlugin: BuildToolPlugin {
  /// The targets that generate data, and those that besides them make a stored number; with each comes whatever
  /// it imports.
  private static let dataTargets = ["Tasks"]
  private static let numericTargets = ["Models", "Metrics"]
  /// The part of the harness that trains, judges and measures.
  private static let workerFolder = "Sources/Harness/Worker"

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let tool = try context.tool(named: "catalogue-tool").url
    if target.name == "Harness" { return [try epochCommand(context, tool: tool)] }
    let entries = target.sourceFiles(withSuffix: "swift").map(\.url)
      .filter { $0.path.contains("/\(target.name)/Catalogue/") }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "\(target.name)Catalogue.swift")
    return [
      .buildCommand(
        displayName: "List the shelf of \(target.name)", executable: tool,
        arguments: ["shelf", target.name, output.path] + entries.map(\.path),
        inputFiles: entries, outputFiles: [output])
    ]
  }

  /// The files of the data's code, then `--`, then the others: the flags of compilers in the package's manifest
  /// are among these.
  private func epochCommand(_ context: PluginContext, tool: URL) throws -> Command {
    let package = context.package
    let data = package.files(ofAllBelow: Self.dataTargets)
    let others =
      package.files(ofAllBelow: Self.numericTargets)
      + package.files(in: package.directoryURL.appending(path: Self.workerFolder))
      + [package.directoryURL.appending(path: "Package.swift")]
    let numeric = Set(others).subtracting(data).sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "CodeEpoch.swift")
    return .buildCommand(
      displayName: "Hash the numeric sources", executable: tool,
      arguments: ["epoch", package.directoryURL.path, output.path] + data.map(\.path) + ["--"]
        + numeric.map(\.path),
      inputFiles: data + numeric, outputFiles: [output])
  }
}

extension Package {
  /// The files of the targets called `names` and of all that they import, by path.
  fileprivate func files(ofAllBelow names: [String]) -> [URL] {
    let roots = targets.filter { names.contains($0.name) }
    let all = roots + roots.flatMap(\.recursiveTargetDependencies)
    return Set(all.map(\.directoryURL)).flatMap(files(in:)).sorted { $0.path < $1.path }
  }

  /// Whatever lies in a folder of sources except its README and what editors leave there: a kernel's template is
  /// no source file by its name.
  fileprivate func files(in folder: URL) -> [URL] {
    let walk = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    return (walk?.allObjects ?? []).compactMap { $0 as? URL }.filter { file in
      // Follows links: the skeletons' templates are some.
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue && file.lastPathComponent != "README.md"
        && !file.lastPathComponent.hasSuffix("~")
    }
  }
}
