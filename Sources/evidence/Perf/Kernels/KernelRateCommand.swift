import ArgumentParser
import Foundation
import Tensors

/// `evidence kernel-rate`: times one kernel in a process of its own, so that the parent can pin it and
/// choose the BLAS kernels.
struct KernelRateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel-rate", abstract: "Time one kernel beside matrix products.",
    shouldDisplay: false)

  @Argument(help: "The kernel.")
  var name: String

  /// Rounds in which kernel and product take turns, so that both meet the same load; the best counts,
  /// as a roofline is about what the machine can do.
  private static let rounds = 12
  private static let peakExtent = 512
  /// A round takes at least this many operations, some tens of milliseconds.
  private static let operations = 1e9

  func run() throws {
    BLAS.pinToOneThread()
    guard let kernel = TimedKernel.all.first(where: { $0.name == name }) else {
      throw ValidationError(
        "no kernel is called \(name); there are \(TimedKernel.all.map(\.name))")
    }
    let product = TimedKernel.product(extent: Self.peakExtent)
    let (work, other) = (kernel.prepare(), product.prepare())
    var (best, bestOther) = (0.0, 0.0)
    for _ in 0..<Self.rounds {
      best = max(best, Self.rate(kernel, work))
      bestOther = max(bestOther, Self.rate(product, other))
    }
    let rate = KernelRate(rate: best, peak: bestOther, kernels: BLAS.coreName)
    print(String(decoding: try JSONEncoder().encode(rate), as: UTF8.self))
  }

  private static func rate(_ kernel: TimedKernel, _ work: () -> Void) -> Double {
    let runs = max(1, Int(operations / kernel.operations))
    let seconds = Stopwatch.seconds { for _ in 0..<runs { work() } }
    return Double(runs) * kernel.operations / seconds / 1e9
  }
}
