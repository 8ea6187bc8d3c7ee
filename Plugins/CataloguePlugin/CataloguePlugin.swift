import Foundation
import PackagePlugin

/// Writes the list of a shelf's entries (`Catalogue/`) and, for the harness, the hash of all sources
/// whose change can change a number.
@main
struct CataloguePlugin: BuildToolPlugin {
  /// The targets whose code can change a stored number.
  static let numericTargets = [
    "CKernels", "Randomness", "Tensors", "Autodiff", "DataFormats", "Experiment", "Networks",
    "Physics", "Tasks", "Models", "Metrics",
  ]

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

  private func epochCommand(_ context: PluginContext, tool: URL) throws -> Command {
    let files = context.package.targets(named: Self.numericTargets).sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "CodeEpoch.swift")
    return .buildCommand(
      displayName: "Hash the numeric sources", executable: tool,
      arguments: ["epoch", context.package.directoryURL.path, output.path] + files.map(\.path),
      inputFiles: files, outputFiles: [output])
  }
}

extension Package {
  /// The source files of the targets called `names`.
  fileprivate func targets(named names: [String]) -> [URL] {
    targets.filter { names.contains($0.name) }
      .compactMap { $0 as? any SourceModuleTarget }
      .flatMap { $0.sourceFiles.map(\.url) }
      .filter { ["swift", "c", "h"].contains($0.pathExtension) }
  }
}
