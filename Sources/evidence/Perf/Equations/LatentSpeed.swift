import Foundation

/// Training steps of the latent ODE beside torchdiffeq's, in processes of their own that take turns on one
/// core: encoder, solve, decoder, the way back and AdaMax, Dormand and Prince's pair on both sides.
struct LatentSpeed: Timing {
  /// The folder of the peers' environments.
  let peers: URL

  private static let name = "nde/latent-ode"
  private static let rounds = 3
  private static let steps = 6
  private static let core = "0"
  private static let goal = 0.6
  /// How far the peer's first loss may be from ours, as a share: rounding in Float.
  private static let agreement = 1e-3

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    var (ours, theirs) = ([LatentStepTime](), [LatentStepTime]())
    let options = ["--steps", "\(Self.steps)"]
    for _ in 0..<Self.rounds {
      ours.append(
        try OwnProcess.result(["latent-pass"] + options, on: Self.core, for: Self.name))
      if let time = peer(options)?.result(as: LatentStepTime.self) { theirs.append(time) }
    }
    let same = theirs.filter { abs($0.loss - ours[0].loss) < Self.agreement * abs(ours[0].loss) }
    return PerfEntry(
      name: Self.name, ours: Self.median(ours.map(\.seconds)) ?? .nan, unit: "s",
      peer: PeerTime(
        name: "torchdiffeq", version: same.first?.version ?? "0.2.5",
        value: Self.median(same.map(\.seconds)), install: "make peers"),
      goal: .ratio(Self.goal), kernels: ours[0].version, load: machine.load,
      runs: Self.rounds * (Self.steps - 1))
  }

  private func peer(_ options: [String]) -> PinnedProcess? {
    let python = peers.appending(path: "equations/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else { return nil }
    return PinnedProcess(
      executable: python, arguments: ["Scripts/peers/latent_ode.py"] + options, cores: Self.core)
  }

  private static func median(_ times: [Double]) -> Double? {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
