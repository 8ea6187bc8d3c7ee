import Foundation

/// The wall time of `assay list`, process start included.
struct ColdStart: Timing {
  let peer: BenchoptPeer

  private static let repetitions = 21

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "assay")
    let seconds = try Stopwatch.median(of: Self.repetitions) {
      let process = Process()
      process.executableURL = program
      process.arguments = ["list"]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      precondition(process.terminationStatus == 0, "'assay list' failed")
    }
    return PerfEntry(
      "cli/cold-start", ours: seconds * 1000, unit: "ms", goal: 80, runs: Self.repetitions,
      machine: machine, peer: peer.coldStartMilliseconds)
  }
}
