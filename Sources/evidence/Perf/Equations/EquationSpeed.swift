import Experiment
import Foundation

/// Forward and backward of the neural equation for MNIST beside the fastest of torchdiffeq, torchode and
/// diffrax, each in processes of its own that take turns on one core.
struct EquationSpeed: Timing {
  private enum Peer: String, CaseIterable {
    case torchdiffeq
    case torchode
    case diffrax
  }

  let isDouble: Bool
  /// The folder of the peers' environments.
  let peers: URL

  private static let rounds = 3
  private static let repeats = 5
  private static let core = "0"
  private static let goal = 0.5
  /// How far a loss may be from ours: rounding of sums over 784 features in Float.
  private static let agreement = 1e-4

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    var ours: [EquationPassTime] = []
    var theirs: [Peer: [EquationPassTime]] = [:]
    for _ in 0..<Self.rounds {
      ours.append(
        try OwnProcess.result(["equation-pass"] + options, on: Self.core, for: name))
      for peer in Peer.allCases {
        guard let time = process(peer)?.result(as: EquationPassTime.self) else { continue }
        theirs[peer, default: []].append(time)
      }
    }
    return PerfEntry(
      name: name, ours: Self.median(ours.map(\.seconds)) ?? .nan, unit: "s",
      peer: fastest(theirs, like: ours[0]), goal: .ratio(Self.goal),
      kernels: ours[0].version, load: machine.load, runs: Self.rounds * Self.repeats)
  }

  private var name: String { "nde/forward-backward/\(isDouble ? "double" : "float")" }

  private var options: [String] {
    ["--repeats", "\(Self.repeats)"] + (isDouble ? ["--double"] : [])
  }

  /// The fastest peer that computed the same loss.
  private func fastest(
    _ theirs: [Peer: [EquationPassTime]], like ours: EquationPassTime
  ) -> PeerTime {
    let times = Peer.allCases.compactMap { peer -> PeerTime? in
      let same = theirs[peer, default: []].filter { abs($0.loss - ours.loss) < Self.agreement }
      guard let first = same.first else { return nil }
      return PeerTime(
        name: peer.rawValue, version: first.version, value: Self.median(same.map(\.seconds)),
        install: Self.install)
    }
    return times.min { ($0.value ?? .infinity) < ($1.value ?? .infinity) }
      ?? PeerTime(name: "diffrax", version: "0.7.2", value: nil, install: Self.install)
  }

  private static let install = "make peers"

  private func process(_ peer: Peer) -> PinnedProcess? {
    let python = peers.appending(path: "equations/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else { return nil }
    return PinnedProcess(
      executable: python,
      arguments: ["Scripts/peers/image_equation.py", peer.rawValue] + options, cores: Self.core)
  }

  private static func median(_ times: [Double]) -> Double? {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
