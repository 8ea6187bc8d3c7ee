import Networks
import NetworksFixtures
import Randomness
import Tensors
import Testing

@Suite struct TrainerTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private let data = ToyNetwork.samples(24, seed: 1)
  private let validation = ToyNetwork.samples(8, seed: 2)
  private let random = RandomStream(seed: 3)

  private func fitted(
    seed: UInt64 = 4, steps: Int = 200, learningRate: Double = 1e-2, _ data: SampleSet? = nil
  ) throws -> (ToyNetwork, TrainingRecord) {
    let network = ToyNetwork(seed: seed)
    let trainer = Trainer(steps: steps, batchSize: 8, learningRate: learningRate)
    let record = try trainer.fit(
      network, to: data ?? self.data, validation: validation, random: random)
    return (network, record)
  }

  @Test func theLossFalls() throws {
    let (_, record) = try fitted()
    let first = try #require(record.training.first?.loss)
    let last = try #require(record.validation.last?.loss)
    #expect(last < 0.1 * first)
    #expect(record.steps == 200 && record.stopped.isEmpty)
    #expect(record.validation.map(\.step) == Array(stride(from: 20, through: 200, by: 20)))
  }

  @Test func theSameSeedGivesTheSameBitsAndAnotherDoesNot() throws {
    let (first, firstRecord) = try fitted()
    let (second, secondRecord) = try fitted()
    let (third, _) = try fitted(seed: 5)
    #expect(first.parameters.checkpoint == second.parameters.checkpoint)
    #expect(firstRecord == secondRecord)
    #expect(first.parameters.checkpoint != third.parameters.checkpoint)
  }

  @Test func theParametersOfTheBestValidationAreKept() throws {
    // at this rate the loss still jumps when the steps are used up
    let (network, record) = try fitted(steps: 60, learningRate: 0.5)
    let best = try #require(record.validation.min { $0.loss < $1.loss })
    #expect(record.keptStep == best.step)
    let untouched = Trainer(steps: 1, batchSize: 8, learningRate: 0)
    let again = try untouched.fit(network, to: data, validation: validation, random: random)
    #expect(again.validation.map(\.loss) == [best.loss])
  }

  @Test func aLossThatIsNotFiniteEndsTheTrainingAndIsTraced() throws {
    let broken = SampleSet(
      inputs: ["x": Tensor(shape: [8, 1, 4], repeating: .nan)],
      targets: ["y": Tensor(shape: [8, 1, 4], repeating: 1)])
    let (_, record) = try fitted(broken)
    #expect(
      record.stopped == """
        the training loss was not finite after 0 steps: PointwiseProduct of hidden read an input \
        that is not finite, element 0
        """)
    #expect(record.steps == 0 && record.training.isEmpty)
  }

  @Test func curvesAreThinned() throws {
    let (_, record) = try fitted(steps: 1200)
    #expect(record.training.map(\.step) == Array(stride(from: 0, to: 1200, by: 3)))
  }

  @Test func checkpointsGoAndComeBack() throws {
    let (network, _) = try fitted(steps: 5)
    let other = ToyNetwork(seed: 9)
    try other.parameters.restore(network.parameters.checkpoint)
    #expect(other.parameters.checkpoint == network.parameters.checkpoint)
  }

  @Test func foreignCheckpointsAreRefused() {
    let network = ToyNetwork(seed: 4)
    var tensors = network.parameters.checkpoint.tensors
    tensors["hidden.bias"] = Tensor(shape: [7])
    let error = #expect(throws: CheckpointMismatch.self) {
      try network.parameters.restore(Checkpoint(tensors))
    }
    #expect(
      error?.description == """
        checkpoint, parameter 'hidden.bias': [7]; expected [8]; \
        use a checkpoint of the same network.
        """)
    tensors = network.parameters.checkpoint.tensors
    tensors["stem.bias"] = Tensor(shape: [7])
    #expect(throws: CheckpointMismatch.self) {
      try network.parameters.restore(Checkpoint(tensors))
    }
  }
}
