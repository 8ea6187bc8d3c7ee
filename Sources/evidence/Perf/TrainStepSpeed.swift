import Experiment
import Foundation

/// The median training step of a network beside torch's, each in processes of its own that take
/// turns on the same cores.
struct TrainStepSpeed: Timing {
  private struct TorchTime: Decodable {
    let seconds: Double
    let version: String
    let mebibytes: Double
    let kernels: String
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

  /// The time; with one thread also the buffers allocated and the bytes by which the heap grew after
  /// the warm-up, and the peak memory, all of the same processes.
  func entries(on machine: MachineFacts) throws -> [PerfEntry] {
    let (ours, theirs) = try measurements()
    func entry(
      _ part: String, _ unit: String, ours value: (StepTime) -> Double,
      theirs peer: (TorchTime) -> Double?, _ goal: PerfGoal
    ) -> PerfEntry {
      PerfEntry(
        name: name + part, ours: Self.median(ours.map(value)) ?? .nan, unit: unit,
        peer: Self.torch(theirs, peer), goal: goal, kernels: ours[0].kernels, load: machine.load,
        runs: Self.rounds * Self.steps, threads: threads)
    }
    let time = entry("", "s", ours: \.seconds, theirs: \.seconds, .ratio(network.goal))
    guard threads == 1 else { return [time] }
    return [
      time,
      entry(
        "/allocations", "buffers", ours: { Double($0.allocations) }, theirs: { _ in nil },
        .time(0)),
      entry("/heap-growth", "B", ours: { Double($0.heapGrowth) }, theirs: { _ in nil }, .time(0)),
      entry("/memory", "MiB", ours: \.mebibytes, theirs: \.mebibytes, .ratio(1)),
    ]
  }

  /// Both sides in turn.
  private func measurements() throws -> (ours: [StepTime], theirs: [TorchTime]) {
    var (ours, theirs) = ([StepTime](), [TorchTime]())
    for _ in 0..<Self.rounds {
      if let time = ourProcess.result(as: StepTime.self) { ours.append(time) }
      if let time = torchProcess?.result(as: TorchTime.self) { theirs.append(time) }
    }
    guard !ours.isEmpty else {
      throw AssayError(
        .unmetRequirement, where: name, found: "no time", expected: "a training step that ends",
        remedy: "run 'evidence train-step' by hand")
    }
    return (ours, theirs)
  }

  /// The peer's median; of no peer when torch has no such number.
  private static func torch(
    _ times: [TorchTime], _ value: (TorchTime) -> Double?
  ) -> PeerTime {
    if let first = times.first, value(first) == nil { return .none }
    return PeerTime(
      name: "torch", version: times.first?.version ?? "2.13.0",
      value: median(times.compactMap(value)), install: install, kernels: times.first?.kernels ?? "")
  }

  private var name: String {
    "train-step/\(network.rawValue)" + (threads == 1 ? "" : "@\(threads)")
  }

  private var cores: String { (0..<threads).map(String.init).joined(separator: ",") }
  private var options: [String] { ["--steps", "\(Self.steps)", "--threads", "\(threads)"] }

  private var ourProcess: PinnedProcess {
    OwnProcess.process(["train-step", network.rawValue] + options, on: cores)
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
