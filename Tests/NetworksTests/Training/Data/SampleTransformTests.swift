import Networks
import NetworksFixtures
import Randomness
import Synchronization
import Tensors
import Testing

@Suite struct SampleTransformTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  /// What a transform drew for each sample of two steps.
  private func draws(shards: Int, before other: [SampleTransform] = []) throws -> [Double] {
    let drawn = Mutex<[Double]>([])
    let noise = SampleTransform("noise") { sample, random in
      let number = random.uniform()
      drawn.withLock { $0.append(number) }
      sample.target("y")[0] += Float(number)
      #expect(sample.input("absent").isEmpty)
    }
    var trainer = Trainer(steps: 2, batchSize: 4, learningRate: 0.1)
    trainer.shards = shards
    _ = try trainer.fit(
      ToyNetwork(seed: 4), to: ToyNetwork.samples(8, seed: 1, transforms: other + [noise]),
      validation: ToyNetwork.samples(2, seed: 1), random: RandomStream(seed: 3))
    return drawn.withLock { $0 }
  }

  @Test func everySampleOfEveryStepHasNumbersOfItsOwn() throws {
    let numbers = try draws(shards: 1)
    #expect(numbers.count == 8 && Set(numbers).count == 8)
    #expect(try draws(shards: 2) == numbers)
  }

  @Test func anotherTransformChangesNoNumbers() throws {
    let other = SampleTransform("other") { _, random in _ = random.uniform() }
    #expect(try draws(shards: 1, before: [other]) == draws(shards: 1))
  }
}
