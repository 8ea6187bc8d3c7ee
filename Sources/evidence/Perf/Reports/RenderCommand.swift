import ArgumentParser
import Foundation
import Tensors

/// `evidence render`: times one report in a process of its own, so that its memory is its own.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Time the making of one report.", shouldDisplay: false)

  @Argument(help: "The report.")
  var report: RenderedReport

  func run() throws {
    BLAS.pinToOneThread()
    let result = RenderTime(
      seconds: try report.seconds(), mebibytes: ProcessMemory.peakMebibytes)
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }
}
