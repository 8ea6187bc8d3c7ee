import ArgumentParser
import Experiment
import Foundation
import Harness

/// `evidence perf`: times of ours beside peers' in one run.
struct PerfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "perf",
    abstract: "Time the hot paths beside their peers and write Reports/perf.json.")

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output = "Reports/perf.json"

  @Option(
    help: ArgumentHelp("The folder of peers' environments ('make peers').", valueName: "folder"))
  var peers = ".peers"

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      """
      Only these groups: harness, simulation, reports, training, equations, kernels, protocol; no file
      is written.
      """,
      valueName: "groups"))
  var only: [PerfGroup] = []

  @Flag(help: "Exit 1 when a goal is missed.")
  var strict = false

  func run() throws {
    let machine = MachineFacts()
    let peersFolder = URL(filePath: peers, directoryHint: .isDirectory)
    let benchopt = BenchoptPeer(folder: peersFolder)
    let groups = only.isEmpty ? PerfGroup.allCases : only
    let entries = try groups.flatMap { group in
      try group.timings(beside: peersFolder, benchopt).flatMap { try $0.entries(on: machine) }
    }
    for entry in entries { print(entry.line) }
    if only.isEmpty { try EvidenceFile.write(entries, to: output) }
    if strict, entries.contains(where: { $0.isMet == false }) { throw ExitCode(1) }
  }
}
