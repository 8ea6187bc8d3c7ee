import Autodiff
import Randomness
import Tensors

/// A network's loss over batches of one size, on the tapes of their shards.
final class BatchPass {
  private let shards: ShardedTapes<Float>
  private let graphs: [SampleGraph]
  private let losses: [any BatchLoss<Float>]
  private let ends: [Variable<Float>]
  private var streams: [RandomStream] = []

  /// Records `network` for batches of `samples`, cut into pieces as equal as can be.
  ///
  /// - Parameters:
  ///   - network: what is recorded
  ///   - samples: the size of a batch
  ///   - steps: the steps of the training
  ///   - pools: the buffers of each shard; the first ones only when there are more than samples
  ///   - team: what runs the shards
  init(
    _ network: some FieldNetwork, samples: Int, steps: Int, pools: [BufferPool<Float>],
    team: ThreadTeam
  ) {
    let count = min(pools.count, samples)
    shards = ShardedTapes(
      pools: Array(pools.prefix(count)), parameters: network.parameters.parameters, team: team)
    graphs = shards.tapes.enumerated().map { shard, tape in
      SampleGraph(
        on: tape, samples: samples * (shard + 1) / count - samples * shard / count,
        trainingSteps: steps)
    }
    losses = graphs.map { network.loss(in: $0) }
    ends = losses.map { $0.end }
  }

  /// The tapes of the shards.
  var tapes: [Tape<Float>] { shards.tapes }

  /// Puts the samples `batch` of `set` in their places, changes them and draws what the network asks
  /// for, all as one shard alone would.
  func load(_ batch: [Int], of set: SampleSet, step: Int, _ random: RandomStream) {
    graphs[0].open(&streams, at: step, random)
    var start = 0
    for graph in graphs {
      graph.load(batch[start..<start + graph.samples], of: set)
      for transform in set.transforms {
        let stream = random.stream("transforms").stream(transform.name).stream(step)
        apply(transform, to: graph, from: start, stream)
      }
      graph.begin(step)
      graph.draw(&streams)
      start += graph.samples
    }
  }

  private func apply(
    _ transform: SampleTransform, to graph: SampleGraph, from start: Int, _ random: RandomStream
  ) {
    for position in 0..<graph.samples {
      var stream = random.stream(start + position)
      transform.change(PlacedSample(graph: graph, position: position), &stream)
    }
  }

  /// The loss of the batch. What couples its samples is summed over the shards in their order.
  func forward() -> Double {
    shards.forward()
    var batch = BatchEnergy()
    for loss in losses { batch.add(loss.terms.energies) }
    for loss in losses { loss.couple(to: batch) }
    return losses.reduce(0) { $1.value(within: batch, from: $0) }
  }

  /// Leaves the gradient of the last loss in the parameters.
  func backward() { shards.backward(from: ends) }

  /// What the solves of the last pass took.
  func readings(at step: Int) -> [SolveReading] {
    SolveReading.readings(of: graphs.flatMap(\.solves), at: step)
  }

  /// Where the last loss first met a number that is not finite.
  func firstNotFinite() -> NotFiniteValue? {
    for tape in shards.tapes {
      if let found = tape.firstNotFinite() { return found }
    }
    return nil
  }
}
