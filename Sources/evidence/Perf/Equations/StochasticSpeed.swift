import Foundation

/// Forward and backward of the neural SDE for MNIST beside torchsde's adaptive `srk` at the same
/// tolerance, in processes of their own that take turns on one core.
///
/// An accepted step is what each side calls one: ours takes 4 drifts and 4 diffusions and has an
/// error estimate embedded; torchsde's is one whole and two half steps of 10 each, whose difference
/// is the estimate. So `nde/sde-step` is the time to be one accepted step further, `…/evaluation`
/// that of one drift with its diffusion, and `…/solve` that of the whole span, where our error
/// estimate is the more careful one and takes more steps.
struct StochasticSpeed: Timing {
  /// The folder of the peers' environments.
  let peers: URL

  private static let rounds = 3
  private static let repeats = 9
  private static let core = "0"
  private static let (stepGoal, otherGoal) = (0.3, 1.0)

  func measured(on machine: MachineFacts) throws -> PerfEntry { try entries(on: machine)[0] }

  func entries(on machine: MachineFacts) throws -> [PerfEntry] {
    var (ours, theirs) = ([StochasticPassTime](), [StochasticPassTime]())
    for _ in 0..<Self.rounds {
      ours.append(
        try OwnProcess.result(
          ["stochastic-pass", "--repeats", "\(Self.repeats)"], on: Self.core, for: "nde/sde-step"))
      if let time = peer?.result(as: StochasticPassTime.self) { theirs.append(time) }
    }
    func entry(_ part: String, _ goal: Double, _ value: (StochasticPassTime) -> Double) -> PerfEntry
    {
      PerfEntry(
        name: "nde/sde-step" + part, ours: Self.median(ours.map(value)) ?? .nan, unit: "s",
        peer: PeerTime(
          name: "torchsde", version: theirs.first?.version ?? "0.2.6",
          value: Self.median(theirs.map(value)), install: "make peers"),
        goal: .ratio(goal), kernels: ours[0].version, load: machine.load,
        runs: Self.rounds * Self.repeats)
    }
    return [
      entry("", Self.stepGoal, \.step), entry("/evaluation", Self.otherGoal, \.evaluation),
      entry("/solve", Self.otherGoal, \.solve),
    ]
  }

  private var peer: PinnedProcess? {
    let python = peers.appending(path: "equations/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else { return nil }
    return PinnedProcess(
      executable: python,
      arguments: ["Scripts/peers/stochastic_equation.py", "--repeats", "\(Self.repeats)"],
      cores: Self.core)
  }

  private static func median(_ times: [Double]) -> Double? {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
