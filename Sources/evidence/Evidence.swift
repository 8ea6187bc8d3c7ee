import ArgumentParser
import Foundation
import Harness

/// Speed beside peers and numerics beside references, as files that a program can read.
@main
struct Evidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Measure speed beside peers and numerics beside references.",
    subcommands: [
      PerfCommand.self, ValidateCommand.self, IdleWorkerCommand.self,
      TrainStepCommand.self, KernelRateCommand.self, SimulateCommand.self,
      RenderCommand.self, EchoModelCommand.self, SoakCommand.self, FaultWorkerCommand.self,
      FaultRunCommand.self, EquationPassCommand.self, StochasticPassCommand.self,
      LatentPassCommand.self,
    ])

  static func main() {
    Harness.adoptOrphans()
    main(nil)
  }
}
