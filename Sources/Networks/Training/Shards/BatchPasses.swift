import Autodiff
import Tensors

/// The passes over a training's batches: of full ones, and of the smaller ones that end an epoch when
/// these are kept.
struct BatchPasses {
  private let full: BatchPass
  private let last: BatchPass?
  private let fullSize: Int
  /// What runs the shards.
  let team: ThreadTeam

  init(
    _ network: some FieldNetwork, _ trainer: Trainer, samples: Int, _ resources: TrainingResources
  ) {
    precondition(trainer.batchSize > 0 && trainer.shards > 0, "a batch needs samples and shards")
    fullSize = min(trainer.batchSize, samples)
    let shards = min(trainer.shards, fullSize)
    let pools = (0..<shards).map { _ in BufferPool<Float>(limitBytes: resources.memoryBytes) }
    team = ThreadTeam(count: max(min(shards, resources.threads), 1))
    full = BatchPass(
      network, samples: fullSize, steps: trainer.steps, pools: pools, team: team)
    let lastSize = trainer.batches.lastBatch(samples: samples, batchSize: fullSize)
    last =
      lastSize == 0
      ? nil
      : BatchPass(network, samples: lastSize, steps: trainer.steps, pools: pools, team: team)
  }

  /// The pass over `samples` samples.
  func of(_ samples: Int) -> BatchPass {
    guard samples != fullSize, let last else { return full }
    return last
  }

  /// The gradients of each parameter that are there.
  var gradientCopies: Int {
    full.tapes.count + (last.map { $0.tapes.count - 1 } ?? 0)
  }

  /// - Throws: `MemoryRefusal` when the larger pass with `otherBytes` exceeds the limit
  func requireMemory(besides otherBytes: Int) throws {
    let shards = full.tapes.dropFirst().reduce(0) { $0 + $1.leastBytes }
    try full.tapes[0].requireMemory(besides: otherBytes + shards)
  }
}
