import ArgumentParser
import DataFormats
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

  @Flag(help: "Exit 1 when a goal is missed.")
  var strict = false

  func run() throws {
    let machine = MachineFacts()
    let peersFolder = URL(filePath: peers, directoryHint: .isDirectory)
    let benchopt = BenchoptPeer(folder: peersFolder)
    let timings: [any Timing] = [
      CellOverhead(kind: .isolated, peer: benchopt), CellOverhead(kind: .cached, peer: benchopt),
      ColdStart(peer: benchopt), ReportSpeed(peer: benchopt), CavitySpeed(), CavityCaseSpeed(),
      CylinderCaseSpeed(),
    ]
    let steps = TrainedNetwork.allCases.flatMap { network in
      [1, 2].map { TrainStepSpeed(network: network, threads: $0, peers: peersFolder) }
    }
    let kernels: [any Timing] = KernelRoofline.all
    let entries = try (timings + steps + kernels).flatMap { try $0.entries(on: machine) }
    for entry in entries { print(entry.line) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let url = URL(filePath: output)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try AtomicFile.write(try encoder.encode(entries) + Data("\n".utf8), to: url)
    if strict, entries.contains(where: { $0.isMet == false }) { throw ExitCode(1) }
  }
}
