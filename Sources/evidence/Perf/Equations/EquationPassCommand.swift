import ArgumentParser
import Foundation
import Networks
import Solvers
import Tensors

/// `evidence equation-pass`: times passes of the neural equation for MNIST in a process of its own, so
/// that the parent can pin it.
struct EquationPassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equation-pass", abstract: "Time forward and backward of a neural equation.",
    shouldDisplay: false)

  @Flag(name: .customLong("double"), help: "64-bit numbers.")
  var isDouble = false

  @Option(help: "Images of a batch.")
  var batch = 128

  @Option(help: "Measured passes.")
  var repeats = 5

  func run() throws {
    BLAS.pinToOneThread()
    let result = isDouble ? time(as: Double.self) : time(as: Float.self)
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }

  private func time<S: SolverScalar>(as precision: S.Type) -> EquationPassTime {
    let equation = ImageEquation<S>(batch: batch)
    var loss = equation.pass()
    let seconds = Stopwatch.median(of: repeats) { loss = equation.pass() }
    return EquationPassTime(
      seconds: seconds, version: BLAS.coreName,
      evaluations: equation.solve.trace.work.evaluations, loss: loss,
      gradient: equation.gradientNorm(of: 0))
  }
}
