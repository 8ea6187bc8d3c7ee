import Foundation
import Networks
import NetworksFixtures
import Tensors

/// A training that tests start as a process of its own, to be killed: `OPTIMISER STEPS FILE`.
@main
struct TrainingTestWorker {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let steps = Int(arguments[2]) else { exit(64) }
    BLAS.pinToOneThread()
    let file = URL(fileURLWithPath: arguments[3])
    _ = try ToyTraining(arguments[1], steps: steps).run(
      TrainingResources(threads: 2, checkpointing: .file(file, everySteps: 1)))
  }
}
