import Autodiff
import Networks
import Randomness
import Tensors
import Testing

@Suite struct ShardedTapesTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  /// A network with products of several sizes and a spectral layer.
  private struct Layers {
    let lift: PointwiseConvolution<Float>
    let spectral: SpectralConvolution<Float>
    let mixed: PointwiseConvolution<Float>
    let parameters: [Parameter<Float>]

    init() {
      var set = ParameterSet<Float>(random: RandomStream(seed: 1))
      lift = PointwiseConvolution("lift", inputs: 3, outputs: 24, activation: .gelu, in: &set)
      spectral = SpectralConvolution(
        "spectral", inputs: 24, outputs: 24, modes: [5, 5],
        in: &set)
      mixed = PointwiseConvolution("mixed", inputs: 24, outputs: 2, in: &set)
      parameters = set.parameters
    }

    /// The mean squared error of samples `range` of fixed random ones.
    func loss(on tape: Tape<Float>, _ range: Range<Int>) -> Variable<Float> {
      var random = RandomStream(seed: 2)
      func constant(_ channels: Int) -> Variable<Float> {
        let values = (0..<8 * channels * 256).map { _ in Float(random.normal()) }
        let size = channels * 256
        let chosen = Array(values[range.lowerBound * size..<range.upperBound * size])
        return tape.constant(Tensor(shape: [range.count, channels, 16, 16], values: chosen))
      }
      let h = spectral(lift(constant(3), on: tape), on: tape)
      return tape.meanSquareError(mixed(h, on: tape), target: constant(2))
    }
  }

  private func gradients(
    shards count: Int, threads: Int, steps: Int = 1
  ) -> (gradients: [[Float]], allocations: Int) {
    let layers = Layers()
    let shards = ShardedTapes(count: count, parameters: layers.parameters, threads: threads)
    let ends = shards.tapes.enumerated().map { shard, tape in
      layers.loss(on: tape, 8 * shard / count..<8 * (shard + 1) / count)
    }
    var allocations = 0
    for step in 0..<steps {
      shards.forward()
      shards.backward(from: ends, seed: [1 / Float(count)])
      if step == 0 { allocations = shards.allocations }
    }
    return (layers.parameters.map(\.gradient.values), shards.allocations - allocations)
  }

  @Test func oneShardIsThePlainTape() {
    let layers = Layers()
    let tape = Tape<Float>(.training)
    let end = layers.loss(on: tape, 0..<8)
    tape.forward()
    tape.backward(from: end)
    #expect(gradients(shards: 1, threads: 4).gradients == layers.parameters.map(\.gradient.values))
  }

  @Test func productsAtTheSameTimeHaveTheBitsOfProductsInTurn() {
    let alone = gradients(shards: 4, threads: 1)
    for _ in 0..<10 {
      #expect(gradients(shards: 4, threads: 4, steps: 3).gradients == alone.gradients)
    }
  }

  @Test func shardsAddUpToTheMeanOverTheBatch() {
    let whole = gradients(shards: 1, threads: 1).gradients
    let cut = gradients(shards: 2, threads: 2).gradients
    for (a, b) in zip(whole, cut) {
      let size = a.map(abs).max() ?? 0
      // sums of 2048 terms in another order
      #expect(zip(a, b).allSatisfy { abs($0 - $1) < 1e-5 * size })
    }
  }

  @Test func stepsAfterTheFirstAllocateNothing() {
    #expect(gradients(shards: 2, threads: 2, steps: 4).allocations == 0)
  }
}
