import DataFormats
import Foundation

/// Where a training is kept on the way.
struct CheckpointFile {
  private let checkpointing: TrainingResources.Checkpointing
  /// What must be the same when the training goes on.
  private let facts: [String: String]

  init(_ checkpointing: TrainingResources.Checkpointing, of run: TrainingRun) {
    self.checkpointing = checkpointing
    facts = checkpointing == .none ? [:] : run.facts
  }

  /// Lets `run` go on from the file if there is one; leaves file and run alone when it is not theirs.
  func resume(_ run: inout TrainingRun) throws {
    guard case .file(let url, _) = checkpointing,
      FileManager.default.fileExists(atPath: url.path)
    else { return }
    let checkpoint = try read(url)
    do {
      let state = try checkpoint.state()
      for (name, expected) in facts.sorted(by: { $0.key < $1.key })
      where checkpoint.texts[name] != expected {
        throw CheckpointMismatch(
          name: name, found: checkpoint.texts[name] ?? "nothing", expected: expected)
      }
      try run.restore(state)
    } catch let error as CheckpointMismatch {
      throw error.found(in: url)
    }
  }

  private func read(_ url: URL) throws -> TrainingCheckpoint {
    do {
      let file = try Safetensors.read(url)
      return TrainingCheckpoint(tensors: file.tensors, metadata: file.metadata)
    } catch {
      throw UnusableCheckpoint(reason: "\(error)")
    }
  }

  /// Replaces the file in one step if the run has come to a step after which it is due.
  func keep(_ run: TrainingRun) throws {
    guard case .file(let url, let interval) = checkpointing else { return }
    let steps = run.record.steps
    guard steps % max(interval, 1) == 0 || steps == run.trainer.steps else { return }
    let checkpoint = TrainingCheckpoint(run.state, texts: facts)
    try Safetensors(tensors: checkpoint.tensors, metadata: checkpoint.metadata).write(to: url)
  }
}
