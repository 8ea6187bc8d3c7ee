import ArgumentParser
import Tensors

/// How the elements of a submission run their cells.
struct ElementExecution: ParsableArguments {
  @Option(help: "Cells at the same time in each element, each on a core.")
  var jobs = 1

  @Option(
    help: ArgumentHelp(
      "A folder in the official format, or 'imported', instead of generated data.",
      valueName: "folder"))
  var data = ""

  @Option(
    help: ArgumentHelp(
      "'fastest' of each node's processor or 'portable', the same bits on all.", valueName: "mode"))
  var kernels: KernelMode?

  @Flag(
    help:
      "Do not try metrics, splits and models in every element; for code that has passed these tests."
  )
  var skipSelfTests = false

  /// What an element is run with besides its cells.
  var runArguments: [String] {
    ["--jobs", "\(jobs)"] + (skipSelfTests ? ["--skip-self-tests"] : [])
  }

  /// What data are made with and cells are run with; `environment` may say the mode, which nodes need
  /// not inherit.
  func arguments(_ environment: [String: String]) throws -> [String] {
    var execution = Execution()
    execution.kernels = kernels
    let mode = try execution.kernelMode(environment)
    return (data.isEmpty ? [] : ["--data", data]) + ["--kernels", mode.rawValue]
  }
}
