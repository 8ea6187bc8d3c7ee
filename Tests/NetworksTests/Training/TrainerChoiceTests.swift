import Foundation
import Networks
import NetworksFixtures
import Randomness
import Tensors
import Testing

@Suite struct TrainerChoiceTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private func fitted(
    _ trainer: Trainer, validated: Bool = true
  ) throws -> (values: [Float], record: TrainingRecord) {
    let network = ToyNetwork(seed: 4)
    let record = try trainer.fit(
      network, to: ToyNetwork.samples(24, seed: 1),
      validation: validated ? ToyNetwork.samples(8, seed: 2) : SampleSet(inputs: [:]),
      random: RandomStream(seed: 3))
    return (network.parameters.parameters.flatMap(\.value.values), record)
  }

  @Test(arguments: ToyTraining.optimisers.keys.sorted())
  func everyOptimiserLearns(name: String) throws {
    let record = try ToyTraining(name, steps: 300).run().record
    let losses = record.validation.map(\.loss)
    #expect(try #require(losses.min()) < 0.8 * losses[0], "\(name)")
    #expect(record.stopped.isEmpty)
  }

  @Test func theAverageIsKeptWhenThereIsOne() throws {
    var trainer = Trainer(steps: 1, batchSize: 8, learningRate: 0.1)
    let start = ToyNetwork(seed: 4).parameters.parameters.flatMap(\.value.values)
    let last = try fitted(trainer, validated: false).values
    trainer.averaging = .exponential(decay: 0.75)
    for validated in [true, false] {
      let kept = try fitted(trainer, validated: validated).values
      for (index, value) in kept.enumerated() {
        #expect(abs(value - (0.75 * start[index] + 0.25 * last[index])) <= Float.ulpOfOne)
      }
    }
  }

  @Test func patienceRunsOut() throws {
    var trainer = Trainer(steps: 100, batchSize: 8, learningRate: 0)
    trainer.patience = .checks(3)
    let record = try fitted(trainer).record
    #expect(record.steps == 40 && record.keptStep == 10)
    #expect(record.stopped == "no lower validation loss in 3 checks, up to step 40")
  }

  @Test func aPlateauLowersTheRate() throws {
    // nothing is ever enough, so that the rate is 0 from the second check on
    let rule = PlateauRule(factor: 0, patience: 0, threshold: 1)
    let trainer = Trainer(
      steps: 100, batchSize: 8, learningRate: 0.01, schedule: .plateau(rule))
    let losses = try fitted(trainer).record.validation.map(\.loss)
    #expect(losses[0] != losses[1])
    #expect(Set(losses[1...]).count == 1)
  }

  @Test func gradientsAreClipped() throws {
    var trainer = Trainer(steps: 3, batchSize: 8, learningRate: 0.1)
    trainer.optimiser = .sgd(momentum: 0, decay: .none)
    trainer.clipping = .value(0)
    let start = ToyNetwork(seed: 4).parameters.parameters.flatMap(\.value.values)
    #expect(try fitted(trainer).values == start)
  }

  @Test func smallerLastBatchesAreTrainedOn() throws {
    var trainer = Trainer(steps: 8, batchSize: 7, learningRate: 0.01)
    let joined = try fitted(trainer).record.training
    trainer.batches.remainder = .kept
    let kept = try fitted(trainer).record.training
    // three batches of 7, then one of 3
    #expect(joined[..<3] == kept[..<3] && joined[3] != kept[3])
  }

  @Test func aTrainerGoesThroughJSON() throws {
    let trainer = ToyTraining("lbfgs", steps: 9).trainer
    let data = try JSONEncoder().encode(trainer)
    #expect(try JSONDecoder().decode(Trainer.self, from: data) == trainer)
  }
}
