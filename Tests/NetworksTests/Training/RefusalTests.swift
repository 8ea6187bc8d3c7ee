import Autodiff
import Networks
import NetworksFixtures
import Randomness
import Tensors
import Testing

@Suite struct RefusalTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  @Test(arguments: [1, 2])
  func aLossThatIsNotFiniteIsTracedToItsLayer(shards: Int) throws {
    var trainer = Trainer(steps: 10, batchSize: 8, learningRate: 1e30)
    trainer.optimiser = .sgd(momentum: 0, decay: .none)
    trainer.shards = shards
    let record = try trainer.fit(
      ToyNetwork(seed: 4), to: ToyNetwork.samples(8, seed: 1),
      validation: ToyNetwork.samples(2, seed: 2), random: RandomStream(seed: 3))
    #expect(record.steps == 1)
    #expect(
      record.stopped == """
        the training loss was not finite after 1 steps: PointwiseProduct of answer made the first \
        number that is not finite, element 0
        """)
  }

  @Test func passesBeyondTheMemoryAreRefusedBeforeTheFirst() throws {
    let network = ToyNetwork(seed: 4)
    let before = network.parameters.checkpoint
    let trainer = Trainer(steps: 2, batchSize: 60_000, learningRate: 0.1)
    let data = ToyNetwork.samples(60_000, seed: 1)
    func fit(_ bytes: Int) throws -> TrainingRecord {
      try trainer.fit(
        network, to: data, validation: SampleSet(inputs: [:]), random: RandomStream(seed: 3),
        with: TrainingResources(memoryBytes: bytes))
    }
    let error = #expect(throws: MemoryRefusal.self) { try fit(4 << 20) }
    // 60,000 samples of four points with 8 hidden numbers, their derivatives and one answer each
    #expect(
      error?.description == """
        the passes need at least 15 MiB, of which the largest is PointwiseProduct of \
        [60000, 8, 4]; expected at most 4 MiB; use smaller batches or checkpointed segments.
        """)
    #expect(network.parameters.checkpoint == before)
    #expect(try fit(64 << 20).steps == 2)
  }
}
