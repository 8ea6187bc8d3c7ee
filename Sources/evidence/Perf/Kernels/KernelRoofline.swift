import Experiment
import Foundation

/// The rate of a kernel as a share of the peak rate of matrix products, both of one process.
struct KernelRoofline: Timing {
  let kernel: TimedKernel

  /// The least share of the peak.
  private static let goal = 0.7
  private static let runs = 12

  /// One for every kernel.
  static var all: [KernelRoofline] { TimedKernel.all.map(KernelRoofline.init) }

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    let process = OwnProcess.process(["kernel-rate", kernel.name], on: "0")
    guard let rate = process.result(as: KernelRate.self) else {
      throw AssayError(
        .unmetRequirement, where: "kernel/\(kernel.name)", found: "no rate",
        expected: "a kernel that ends", remedy: "run 'evidence kernel-rate' by hand")
    }
    return PerfEntry(
      name: "kernel/\(kernel.name)", ours: rate.rate, unit: "GFLOP/s",
      peer: PeerTime(
        name: "peak GEMM", version: "sgemm 512", value: rate.peak, install: ""),
      goal: .share(Self.goal), kernels: rate.kernels, load: machine.load, runs: Self.runs)
  }
}
