import ArgumentParser
import Experiment
import Foundation
import Harness

/// How cells are run: in how many workers and on which data.
struct Execution: ParsableArguments {
  @Option(help: "Cells at the same time; every core when not given.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: ArgumentHelp(
      "A folder in the official format, or 'imported', instead of generated data.",
      valueName: "folder"))
  var data = ""

  /// The harness's options.
  func options(in workspace: Workspace, repetition: RunOptions.Repetition = .missingOnly) throws
    -> RunOptions
  {
    guard jobs >= 1 else {
      throw AssayError(
        .badInput, where: "--jobs", found: "\(jobs)", expected: "1 or more",
        remedy: "leave it out to use every core")
    }
    return RunOptions(
      jobs: jobs, repetition: repetition, dataFolder: workspace.dataLocation,
      importedData: try importedData(in: workspace), command: CommandLine.arguments,
      environment: ProcessInfo.processInfo.environment)
  }

  private func importedData(in workspace: Workspace) throws -> [String: URL] {
    if data.isEmpty { return [:] }
    let folders =
      data == "imported"
      ? try ImportRegister(in: workspace.dataLocation).folders()
      : [ImportRegister.cfdbench: URL(filePath: data, directoryHint: .isDirectory)]
    return try folders.mapValues {
      try CheckedImport(folder: $0, memory: workspace.dataLocation).requireSound()
    }
  }
}
