import Autodiff
import Networks
import NetworksFixtures
import Randomness
import Tensors
import Testing

@Suite struct ShardTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  /// Samples whose squares differ by a factor of a thousand, so that no shard is like the batch.
  private static let data: SampleSet = {
    let even = ToyNetwork.samples(8, seed: 1)
    let targets = even.targets.mapValues { target in
      Tensor(
        shape: target.shape,
        values: target.values.enumerated().map { $1 * Float(1 + 4 * ($0 / target.rowCount)) })
    }
    return SampleSet(inputs: even.inputs, targets: targets)
  }()

  /// The parameters before and after one step of gradient descent at rate 1, and the loss.
  private func step(
    _ network: some FieldNetwork, shards: Int
  ) throws -> (gradient: [Float], loss: Double) {
    let before = network.parameters.parameters.flatMap(\.value.values)
    var trainer = Trainer(steps: 1, batchSize: 8, learningRate: 1)
    trainer.optimiser = .sgd(momentum: 0, decay: .none)
    trainer.shards = shards
    let record = try trainer.fit(
      network, to: Self.data, validation: SampleSet(inputs: [:]), random: RandomStream(seed: 2))
    let after = network.parameters.parameters.flatMap(\.value.values)
    return (zip(before, after).map { $0 - $1 }, record.training[0].loss)
  }

  @Test(arguments: ErrorWeighting.allCases, [2, 3, 8, 50])
  func aLossThatCouplesItsSamplesIsThatOfTheWholeBatch(
    weighting: ErrorWeighting, shards: Int
  ) throws {
    let whole = try step(ToyNetwork(seed: 4, weighting: weighting), shards: 1)
    let cut = try step(ToyNetwork(seed: 4, weighting: weighting), shards: shards)
    #expect(whole.loss == cut.loss)
    let size = whole.gradient.map(abs).max() ?? 0
    for (a, b) in zip(whole.gradient, cut.gradient) {
      // sums of 32 terms in another order, and the rounding of the values that were moved by them
      #expect(abs(a - b) <= 64 * Float.ulpOfOne * max(size, 1))
    }
  }

  @Test func lossesOfShardsAloneWouldDiffer() throws {
    let network = ToyNetwork(seed: 4)
    let graph = SampleGraph(.training, samples: 4)
    let loss = network.loss(in: graph)
    var sum = 0.0
    for half in [[0, 1, 2, 3], [4, 5, 6, 7]] {
      graph.load(half, of: Self.data)
      graph.tape.forward()
      sum += loss.value / 2
    }
    let whole = try step(ToyNetwork(seed: 4), shards: 2).loss
    #expect(abs(sum / whole - 1) > 0.01)
  }

  @Test func threadsChangeNoBit() throws {
    var training = ToyTraining("adam", steps: 60)
    training.trainer.shards = 3
    let one = try training.run(TrainingResources(threads: 1))
    for threads in [2, 3, 8] {
      let many = try training.run(TrainingResources(threads: threads))
      #expect(one.record == many.record && one.parameters == many.parameters)
    }
    training.trainer.shards = 2
    #expect(try training.run().parameters != one.parameters)
  }

  /// A network that draws numbers for each sample and for the batch.
  private struct NoisyNetwork: FieldNetwork {
    let parameters: ParameterSet<Float>
    private let layer: PointwiseConvolution<Float>

    init() {
      var set = ParameterSet<Float>(random: RandomStream(seed: 1))
      layer = PointwiseConvolution("layer", inputs: 1, outputs: 1, in: &set)
      parameters = set
    }

    func predictions(in graph: SampleGraph) -> [String: Variable<Float>] { [:] }

    func loss(in graph: SampleGraph) -> NormalisedSquareError<Float> {
      let x = graph.input("x", shape: [1, 4])
      let noise = graph.tape.constant(x.shape)
      graph.beforeEachStep("noise") { random in
        for index in 0..<noise.count { noise.value[index] = Float(random.normal()) }
      }
      let shift = graph.tape.constant(x.shape)
      graph.beforeEachStep("shift", for: .batch) { random in
        let drawn = Float(random.normal())
        for index in 0..<shift.count { shift.value[index] = drawn }
      }
      return graph.tape.normalisedSquareError(
        prediction: layer(graph.tape.sum(graph.tape.sum(x, noise), shift), on: graph.tape),
        target: graph.target("y", shape: [1, 4]), weighting: .batchNMSE)
    }
  }

  @Test func shardsDrawTheNumbersOfTheWholeBatch() throws {
    let whole = try step(NoisyNetwork(), shards: 1).loss
    #expect(try step(NoisyNetwork(), shards: 3).loss == whole)
  }
}
