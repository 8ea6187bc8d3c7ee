import ArgumentParser
import Autodiff
import Foundation
import Networks
import Randomness
import Tensors

/// `evidence train-step`: times training steps of one network in a process of its own, so that the
/// parent can pin it and choose the BLAS kernels.
struct TrainStepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-step", abstract: "Time the training step of one network.",
    shouldDisplay: false)

  @Argument(help: "The network.")
  var network: TrainedNetwork

  @Option(help: "Measured steps.")
  var steps = 5

  @Option(help: "Steps before the clock starts.")
  var warmup = 2

  @Option(help: "Threads, and shards of the batch.")
  var threads = 1

  /// Samples of a step.
  private static let samples = 16

  func validate() throws {
    guard threads > 0, Self.samples % threads == 0 else {
      throw ValidationError("\(threads) threads do not share \(Self.samples) samples evenly")
    }
  }

  func run() throws {
    BLAS.pinToOneThread()
    let network = network.build(RandomStream(seed: 0).stream("train-step"))
    let parameters = network.parameters.parameters
    let shards = ShardedTapes(count: threads, parameters: parameters, threads: threads)
    let losses = shards.tapes.map { network.loss(on: $0, samples: Self.samples / threads) }
    let share = [1 / Float(threads)]
    var optimiser = Adam(parameters)
    func step() {
      shards.forward()
      shards.backward(from: losses, seed: share)
      optimiser.update(learningRate: 1e-3)
    }
    for _ in 0..<warmup { step() }
    let allocations = shards.allocations
    let seconds = Stopwatch.median(of: steps, step)
    let result = StepTime(
      seconds: seconds, kernels: BLAS.coreName, mebibytes: ProcessMemory.peakMebibytes,
      allocations: shards.allocations - allocations,
      heapGrowth: ProcessMemory.heapGrowth(over: step))
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }
}
