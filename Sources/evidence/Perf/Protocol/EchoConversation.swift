import Experiment
import ExternalModels
import Foundation
import Tensors

/// A conversation with a program that answers its input, to be timed.
struct EchoConversation {
  private static let patience = 120.0

  /// What is asked, again and again.
  let input: NamedTensors
  private let model: ExternalModel
  private let folder: URL

  /// With this program as the model; `values` numbers in a question.
  init(values: Int, pipeAlone: Bool) throws {
    let program = OwnProcess.executable.path
    try self.init(
      values: values,
      ModelProgram(
        executable: program,
        command: [program, "echo-model"] + (pipeAlone ? ["--pipe-alone"] : []),
        folder: FileManager.default.temporaryDirectory))
  }

  /// With `program` as the model.
  init(values: Int, _ program: ModelProgram) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "assay-perf-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let slot = Role.Slot(name: "x", shape: [values], unit: "1")
    model = try ExternalModel.start(
      program, role: Role(inputs: [slot], outputs: [slot]), parameters: .mapping([:]), seed: 0,
      at: ModelPlace(
        scratch: folder, threads: 1, budget: Budget(wallSeconds: Self.patience)))
    input = NamedTensors([
      "x": Tensor(shape: [1, values], values: (0..<values).map { Float($0 % 1000) })
    ])
  }

  /// Median seconds of a `predict`, after one that warms up and is looked at.
  func seconds(repetitions: Int) throws -> Double {
    let first = try model.predict(input)
    precondition(first == input, "an echo differs from its call")
    return try Stopwatch.median(of: repetitions) { _ = try model.predict(input) }
  }

  /// Ends the program.
  func end() throws {
    _ = try model.end()
    try FileManager.default.removeItem(at: folder)
  }
}
