import Foundation

/// The rate at which tensors pass by pipe: 64 MiB there and the same back, 128 MiB over the elapsed time
/// of a `predict`. Both directions count once, since one follows the other; a tensor that arrives is new
/// memory, as it is for a task.
struct BulkRate: Timing {
  private static let values = 1 << 24
  private static let repetitions = 15
  private static let goalGigabytesPerSecond = 1.5

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    let echo = try EchoConversation(values: Self.values, pipeAlone: true)
    let seconds = try echo.seconds(repetitions: Self.repetitions)
    try echo.end()
    let bytes = Double(2 * Self.values * MemoryLayout<Float>.size)
    return PerfEntry(
      name: "protocol/bulk", ours: bytes / seconds / 1e9, unit: "GB/s", peer: .none,
      goal: .rate(Self.goalGigabytesPerSecond), kernels: machine.kernels, load: machine.load,
      runs: Self.repetitions, threads: 2)
  }
}
