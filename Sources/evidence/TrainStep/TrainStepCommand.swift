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

  func run() throws {
    BLAS.pinToOneThread()
    let network = network.build(RandomStream(seed: 0).stream("train-step"))
    let tape = Tape<Float>(.training)
    let loss = network.loss(on: tape)
    var optimiser = Adam(network.parameters.parameters)
    func step() {
      tape.forward()
      tape.backward(from: loss)
      optimiser.update(learningRate: 1e-3)
    }
    for _ in 0..<warmup { step() }
    let allocated = tape.pool.allocatedCount
    let times = (0..<steps).map { _ in Stopwatch.seconds(step) }.sorted()
    let result = StepTime(
      seconds: (times[(steps - 1) / 2] + times[steps / 2]) / 2, kernels: BLAS.coreName,
      mebibytes: ProcessMemory.peakMebibytes,
      allocatedAfterWarmUp: tape.pool.allocatedCount - allocated)
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }
}
