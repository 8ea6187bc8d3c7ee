import ArgumentParser
import Foundation
import Randomness
import Tensors

/// `evidence stochastic-pass`: times forward and backward of the neural SDE in a process of its
/// own.
struct StochasticPassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stochastic-pass", abstract: "Time forward and backward of a neural SDE.",
    shouldDisplay: false)

  @Option(help: "Measured passes.")
  var repeats = 9

  @Option(help: "Passes before the clock starts.")
  var warmup = 2

  func run() throws {
    BLAS.pinToOneThread()
    let core = StochasticCore(RandomStream(seed: 0).stream("stochastic-pass"))
    for _ in 0..<warmup { core.pass() }
    let passes = (0..<repeats).map { _ in
      let seconds = Stopwatch.seconds { core.pass() }
      let trace = core.solve.trace
      return (
        seconds: seconds, steps: trace.accepted.count, evaluations: trace.work.evaluations
      )
    }
    let result = StochasticPassTime(
      solve: Self.median(passes.map(\.seconds)),
      step: Self.median(passes.map { $0.seconds / Double($0.steps) }),
      evaluation: Self.median(passes.map { $0.seconds / Double($0.evaluations) }),
      steps: passes[repeats - 1].steps, evaluations: passes[repeats - 1].evaluations,
      version: BLAS.coreName)
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }

  private static func median(_ times: [Double]) -> Double {
    let sorted = times.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
