import ExternalModels
import Foundation

/// A `predict` of 16 numbers there and back.
struct RoundTrip: Timing {
  /// Who answers.
  enum Answerer {
    /// This program.
    case own
    /// The Python client in the peers' environment in this folder.
    case python(peers: URL)
  }

  private static let values = 16
  private static let repetitions = 4000
  private static let goalMilliseconds = 0.1
  /// What an interpreter may add.
  private static let pythonGoalMilliseconds = 0.3

  let answerer: Answerer

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    switch answerer {
    case .own:
      let echo = try EchoConversation(values: Self.values, pipeAlone: false)
      return try entry("protocol/small-round-trip", echo, goal: Self.goalMilliseconds, machine)
    case .python(let peers):
      let python = Self.python(in: peers)
      let echo = try EchoConversation(
        values: Self.values,
        ModelProgram(
          executable: python, command: [python, "Scripts/peers/echo_model.py"],
          folder: URL(filePath: FileManager.default.currentDirectoryPath),
          environment: ["PYTHONPATH": "adapters/python/src"]))
      return try entry(
        "protocol/small-round-trip-python", echo, goal: Self.pythonGoalMilliseconds, machine)
    }
  }

  /// Whether the Python of the peers is there.
  static func hasPython(in peers: URL) -> Bool {
    FileManager.default.isExecutableFile(atPath: python(in: peers))
  }

  private static func python(in peers: URL) -> String {
    peers.appending(path: "python/bin/python").path
  }

  private func entry(
    _ name: String, _ echo: EchoConversation, goal: Double, _ machine: MachineFacts
  ) throws -> PerfEntry {
    let seconds = try echo.seconds(repetitions: Self.repetitions)
    try echo.end()
    return PerfEntry(
      name, ours: seconds * 1000, unit: "ms", goal: goal, runs: Self.repetitions,
      machine: machine)
  }
}
