import Foundation

/// A `predict` of 256 MiB through memory, beside the same by pipe; and what of it is the transport.
///
/// The answer names the file that the question came in, so that the program neither reads nor writes a
/// number. What is left is the one write of the sender, the one read into the receiver's tensor, and the
/// transport: `protocol/shared/transport` is the time beyond that write and that read, which are timed by
/// themselves, for 1 MiB and for 256 MiB. A transport that copied nothing takes as long for both.
struct SharedBodies: Timing {
  private static let values = 1 << 26
  private static let fewValues = 1 << 18
  private static let repetitions = 7
  /// A tenth of what one more copy of 256 MiB takes at 10 GB/s, and noise.
  private static let goalMilliseconds = 5.0

  func measured(on machine: MachineFacts) throws -> PerfEntry { try entries(on: machine)[0] }

  func entries(on machine: MachineFacts) throws -> [PerfEntry] {
    let byMemory = try seconds(values: Self.values, pipeAlone: false)
    let byPipe = try seconds(values: Self.values, pipeAlone: true)
    let copies = try TensorFile(values: Self.values).seconds(repetitions: Self.repetitions)
    let few = try seconds(values: Self.fewValues, pipeAlone: false)
    let fewCopies = try TensorFile(values: Self.fewValues).seconds(repetitions: Self.repetitions)
    let pipe = PeerTime(name: "by pipe", version: "", value: byPipe * 1000, install: "")
    return [
      PerfEntry(
        name: "protocol/shared", ours: byMemory * 1000, unit: "ms", peer: pipe, goal: .ratio(1),
        kernels: machine.kernels, load: machine.load, runs: Self.repetitions, threads: 2),
      transport("1-mib", few - fewCopies, machine),
      transport("256-mib", byMemory - copies, machine),
    ]
  }

  private func transport(_ size: String, _ seconds: Double, _ machine: MachineFacts) -> PerfEntry {
    PerfEntry(
      "protocol/shared/transport-\(size)", ours: max(seconds, 0) * 1000, unit: "ms",
      goal: Self.goalMilliseconds, runs: Self.repetitions, machine: machine)
  }

  private func seconds(values: Int, pipeAlone: Bool) throws -> Double {
    let echo = try EchoConversation(values: values, pipeAlone: pipeAlone)
    let seconds = try echo.seconds(repetitions: Self.repetitions)
    try echo.end()
    return seconds
  }
}
