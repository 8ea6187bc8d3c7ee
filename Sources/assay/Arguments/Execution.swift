import ArgumentParser
import Experiment
import Foundation
import Harness
import Tensors

/// How cells are run: in how many workers and on which data.
struct Execution: ParsableArguments {
  @Option(help: "Cells at the same time; every core when not given.")
  var jobs = Processors.allowed().count

  @Option(
    help: ArgumentHelp(
      "A folder in the official format, or 'imported', instead of generated data.",
      valueName: "folder"))
  var data = ""

  @Option(
    help: ArgumentHelp(
      "'fastest' of this processor or 'portable', the same bits on all; else ASSAY_KERNELS decides.",
      valueName: "mode"))
  var kernels: KernelMode?

  private static let variable = "ASSAY_KERNELS"

  /// The mode that the option, or else the environment, asks for.
  func kernelMode(_ environment: [String: String]) throws -> KernelMode {
    if let kernels { return kernels }
    guard let name = environment[Self.variable] else { return .fastest }
    guard let mode = KernelMode(rawValue: name) else {
      throw AssayError(
        .badInput, where: Self.variable, found: "'\(name)'",
        expected: KernelMode.allCases.map(\.rawValue).joined(separator: " or "),
        remedy: "correct it or unset it")
    }
    return mode
  }

  /// The harness's options.
  func options(in workspace: Workspace, repetition: RunOptions.Repetition = .missingOnly) throws
    -> RunOptions
  {
    guard jobs >= 1 else {
      throw AssayError(
        .badInput, where: "--jobs", found: "\(jobs)", expected: "1 or more",
        remedy: "leave it out to use every core")
    }
    let environment = ProcessInfo.processInfo.environment
    var options = RunOptions(
      jobs: jobs, kernels: try kernelMode(environment), repetition: repetition,
      dataFolder: workspace.dataLocation,
      importedData: try importedData(in: workspace), command: CommandLine.arguments,
      environment: environment)
    options.data.suites = workspace.suitesFolder
    return options
  }

  private func importedData(in workspace: Workspace) throws -> [String: URL] {
    if data.isEmpty { return [:] }
    let folders =
      data == "imported"
      ? try ImportRegister(in: workspace.dataLocation).folders()
      : [ImportRegister.cfdbench: URL(filePath: data, directoryHint: .isDirectory)]
    // Other benchmarks are one dataset each, which was read through when it was registered.
    var found = folders
    if let folder = found.removeValue(forKey: ImportRegister.cfdbench) {
      let parts = try CheckedImport(folder: folder, memory: workspace.dataLocation).requireSound()
      found.merge(parts) { first, _ in first }
    }
    return found
  }
}
