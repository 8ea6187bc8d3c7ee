import Experiment
import Foundation

/// The median training step of a network beside torch's, each in processes of its own that take
/// turns on the same cores.
struct TrainStepSpeed: Timing {
  private struct TorchTime: Decodable {
    let seconds: Double
    let version: String
    let mebibytes: Double
  }

  let network: TrainedNetwork
  /// Threads of both sides, each on a core of its own.
  let threads: Int
  /// The folder of the peers' environments.
  let peers: URL

  private static let rounds = 3
  private static let steps = 5
  private static let install = "make peers"

  func measured(on machine: MachineFacts) throws -> PerfEntry { try entries(on: machine)[0] }

  /// The time, the buffers allocated after the warm-up and the peak memory of the same processes.
  func entries(on machine: MachineFacts) throws -> [PerfEntry] {
    var ours: [StepTime] = []
    var theirs: [TorchTime] = []
    for _ in 0..<Self.rounds {
      if let time = ourProcess.result(as: StepTime.self) { ours.append(time) }
      if let time = torchProcess?.result(as: TorchTime.self) { theirs.append(time) }
    }
    guard let first = ours.first else {
      throw AssayError(
        .unmetRequirement, where: name, found: "no time",
        expected: "a training step that ends", remedy: "run 'evidence train-step' by hand")
    }
    func entry(
      _ part: String, _ ours: Double?, _ unit: String, _ peer: PeerTime, _ goal: PerfGoal
    ) -> PerfEntry {
      PerfEntry(
        name: name + part, ours: ours ?? .nan, unit: unit, peer: peer, goal: goal,
        kernels: first.kernels, load: machine.load, runs: Self.rounds * Self.steps,
        threads: threads)
    }
    func torch(_ values: [Double]) -> PeerTime {
      PeerTime(
        name: "torch", version: theirs.first?.version ?? "2.13.0", value: Self.median(values),
        install: Self.install)
    }
    return [
      entry(
        "", Self.median(ours.map(\.seconds)), "s", torch(theirs.map(\.seconds)),
        .ratio(network.goal)),
      entry(
        "/allocations", Double(ours.map(\.allocations).max() ?? 0), "buffers", .none, .time(0)),
      entry(
        "/memory", Self.median(ours.map(\.mebibytes)), "MiB", torch(theirs.map(\.mebibytes)),
        .ratio(1)),
    ]
  }

  private var name: String {
    "train-step/\(network.rawValue)" + (threads == 1 ? "" : "@\(threads)")
  }

  private var cores: String { (0..<threads).map(String.init).joined(separator: ",") }
  private var options: [String] { ["--steps", "\(Self.steps)", "--threads", "\(threads)"] }

  private var ourProcess: PinnedProcess {
    let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return PinnedProcess(
      executable: URL(filePath: executable ?? CommandLine.arguments[0]),
      arguments: ["train-step", network.rawValue] + options, cores: cores)
  }

  private var torchProcess: PinnedProcess? {
    let python = peers.appending(path: "python/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else { return nil }
    return PinnedProcess(
      executable: python,
      arguments: ["Scripts/peers/torch_steps.py", network.rawValue] + options, cores: cores)
  }

  private static func median(_ times: [Double]) -> Double? {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
