import DataFormats
import Foundation
import Networks
import NetworksFixtures
import Tensors
import TestSupport
import Testing

@Suite struct CheckpointFileTests {
  private let folder: TemporaryFolder
  private let file: URL
  private let training = ToyTraining("adam", steps: 10)

  init() throws {
    // the threads of OpenBLAS and those of the tests would wait for each other
    BLAS.pinToOneThread()
    folder = try TemporaryFolder()
    file = folder.url.appending(path: "t.safetensors")
    _ = try training.run(resources)
  }

  private var resources: TrainingResources {
    TrainingResources(threads: 1, checkpointing: .file(file, everySteps: 4))
  }

  /// Expects that `training` refuses the file with `sentence` and leaves it as it is.
  private func expectRefusal(_ training: ToyTraining, _ sentence: String) throws {
    let before = try Data(contentsOf: file)
    do {
      _ = try training.run(resources)
      Issue.record("the file was taken")
    } catch {
      let found = "\(error)".replacingOccurrences(of: file.path, with: "FILE")
      #expect(found == sentence)
    }
    #expect(try Data(contentsOf: file) == before)
    let others = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(others == ["t.safetensors"])
  }

  @Test func aTornFileIsRefused() throws {
    let whole = try Data(contentsOf: file)
    try whole.prefix(100).write(to: file)
    let length = whole.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
    try expectRefusal(
      training,
      """
      FILE: a header of \(length) bytes in a file of 100 bytes; expected a whole safetensors file; \
      write the file again. A training can only go on from its own checkpoint: bring it back, or \
      remove the file to begin anew.
      """)
  }

  @Test func aFileOfOtherTensorsIsRefused() throws {
    try Safetensors(tensors: ["a": Tensor(shape: [1])]).write(to: file)
    try expectRefusal(
      training,
      """
      FILE, 'format': nothing; expected assay-training-1; continue the training that wrote it, or \
      remove the file to begin anew.
      """)
  }

  @Test func aFileOfOtherHyperparametersIsRefused() throws {
    var other = training
    other.trainer = Trainer(steps: 3, batchSize: 2, learningRate: 0.1)
    func text(_ trainer: Trainer) throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return String(decoding: try encoder.encode(trainer), as: UTF8.self)
    }
    try expectRefusal(
      other,
      """
      FILE, 'trainer': \(try text(training.trainer)); expected \(try text(other.trainer)); \
      continue the training that wrote it, or remove the file to begin anew.
      """)
  }

  @Test func aFileWithoutOneOfItsArraysIsRefused() throws {
    var content = try Safetensors.read(file)
    content.tensors["optimiser/mean/answer.bias"] = Tensor(shape: [7])
    try content.write(to: file)
    try expectRefusal(
      training,
      """
      FILE, 'optimiser/mean/answer.bias': [7]; expected [1]; continue the training that wrote it, \
      or remove the file to begin anew.
      """)
  }

  @Test func aFolderThatCannotBeWrittenEndsTheTraining() {
    let nowhere = URL(fileURLWithPath: "/dev/null/t.safetensors")
    let error = #expect(throws: (any Error).self) {
      try training.run(
        TrainingResources(threads: 1, checkpointing: .file(nowhere, everySteps: 1)))
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains("cannot be written"))
  }
}
