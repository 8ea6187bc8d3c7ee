import ArgumentParser
import Foundation
import Tensors

/// `evidence latent-pass`: times training steps of the latent ODE in a process of its own.
struct LatentPassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "latent-pass", abstract: "Time training steps of a latent ODE.",
    shouldDisplay: false)

  @Option(help: "Series of a batch.")
  var batch = 128

  @Option(help: "The absolute and the relative tolerance.")
  var tolerance = 1e-5

  @Option(help: "Training steps, the first of which is not timed.")
  var steps = 6

  func run() throws {
    BLAS.pinToOneThread()
    let result = try LatentSteps(batch: batch, tolerance: tolerance).time(steps: steps)
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }
}
