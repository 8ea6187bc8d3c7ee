import ArgumentParser
import Foundation
import Tensors

/// `evidence simulate`: times one simulation in a process of its own, so that the parent can pin it
/// and its memory is its own.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Time the simulation of one case.", shouldDisplay: false)

  @Argument(help: "The case.")
  var flow: SimulatedCase

  @Option(help: "Cells along the main direction.")
  var cells: Int

  @Option(help: "The end, in the units of the case.")
  var time: Double

  func run() throws {
    BLAS.pinToOneThread()
    var values: [Double] = []
    let seconds = try Stopwatch.seconds { values = try flow.run(cells: cells, until: time) }
    let result = SimulationTime(
      seconds: seconds, mebibytes: ProcessMemory.peakMebibytes, values: values)
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }
}
