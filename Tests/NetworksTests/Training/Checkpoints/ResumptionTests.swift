import DataFormats
import Foundation
import Networks
import NetworksFixtures
import Tensors
import TestSupport
import Testing

/// One after the other, as each runs a process that is killed in the middle of its work.
@Suite(.serialized) struct ResumptionTests {
  private static let steps = 400

  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  /// The steps of the last checkpoint in `file`; 0 when there is none.
  private func steps(in file: URL) throws -> Int {
    guard FileManager.default.fileExists(atPath: file.path) else { return 0 }
    let found = try Safetensors.read(file)
    return try TrainingCheckpoint(tensors: found.tensors, metadata: found.metadata).state()
      .integer("record/steps")
  }

  @Test(arguments: ToyTraining.optimisers.keys.sorted())
  func aKilledTrainingGoesOnWithTheSameBits(optimiser: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "training.safetensors")
    let child = try ChildProcess(
      BuiltProduct.executable("training-test-worker"), [optimiser, "\(Self.steps)", file.path])
    while try steps(in: file) < 23 { usleep(500) }
    child.send(SIGKILL)
    #expect(try child.wait().exitCode == 128 + SIGKILL)
    let kept = try steps(in: file)
    #expect(kept >= 23 && kept < Self.steps)

    let training = ToyTraining(optimiser, steps: Self.steps)
    let resumed = try training.run(
      TrainingResources(threads: 1, checkpointing: .file(file, everySteps: 100)))
    let uninterrupted = try training.run()
    #expect(resumed.record == uninterrupted.record)
    #expect(resumed.parameters == uninterrupted.parameters)
    #expect(try steps(in: file) == Self.steps)
  }

  @Test func aFinishedTrainingIsNotRunAgain() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "training.safetensors")
    let training = ToyTraining("adam", steps: 20)
    let resources = TrainingResources(threads: 1, checkpointing: .file(file, everySteps: 8))
    let first = try training.run(resources)
    let bytes = try Data(contentsOf: file)
    let again = try training.run(resources)
    #expect(first == again)
    #expect(try Data(contentsOf: file) == bytes)
  }
}
