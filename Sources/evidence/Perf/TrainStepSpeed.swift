import Experiment
import Foundation

/// The median training step of a network beside torch's, each in processes of its own that take
/// turns on the same cores.
struct TrainStepSpeed: Timing {
  private struct TorchTime: Decodable {
    let seconds: Double
    let version: String
  }

  let network: TrainedNetwork
  /// What ours may be at most, as a share of the peer's time.
  let goal: Double
  /// The folder of the peers' environments.
  let peers: URL

  private static let rounds = 3
  private static let steps = 5
  private static let install = "make peers"

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    var ours: [StepTime] = []
    var theirs: [TorchTime] = []
    for _ in 0..<Self.rounds {
      if let time = ourProcess.result(as: StepTime.self) { ours.append(time) }
      if let time = torchProcess?.result(as: TorchTime.self) { theirs.append(time) }
    }
    guard let seconds = Self.median(ours.map(\.seconds)) else {
      throw AssayError(
        .unmetRequirement, where: "train-step/\(network.rawValue)", found: "no time",
        expected: "a training step that ends", remedy: "run 'evidence train-step' by hand")
    }
    return PerfEntry(
      name: "train-step/\(network.rawValue)", ours: seconds,
      unit: "s",
      peer: PeerTime(
        name: "torch", version: theirs.first?.version ?? "2.13.0",
        value: Self.median(theirs.map(\.seconds)), install: Self.install),
      goal: .ratio(goal), kernels: ours.first?.kernels ?? machine.kernels, load: machine.load,
      runs: Self.rounds * Self.steps)
  }

  private var ourProcess: PinnedProcess {
    let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return PinnedProcess(
      executable: URL(filePath: executable ?? CommandLine.arguments[0]),
      arguments: ["train-step", network.rawValue, "--steps", "\(Self.steps)"], cores: "0")
  }

  private var torchProcess: PinnedProcess? {
    let python = peers.appending(path: "python/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else { return nil }
    return PinnedProcess(
      executable: python,
      arguments: ["Scripts/peers/torch_steps.py", network.rawValue, "--steps", "\(Self.steps)"],
      cores: "0")
  }

  private static func median(_ times: [Double]) -> Double? {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
