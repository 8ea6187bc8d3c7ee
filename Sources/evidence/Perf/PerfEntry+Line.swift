import Foundation

extension PerfEntry {
  /// An entry measured now.
  init(
    _ name: String, ours: Double, unit: String, goal: Double, runs: Int, machine: MachineFacts,
    peer: PeerTime = .none
  ) {
    self.init(
      name: name, ours: ours, unit: unit, peer: peer, goal: .time(goal), kernels: machine.kernels,
      load: machine.load, runs: runs)
  }

  /// The longest name and a space; a name that is longer would be cut.
  private static let nameWidth = 42

  /// A line of the printed table.
  var line: String {
    let verdict = isMet.map { $0 ? "met" : "MISSED" } ?? "not judged"
    let padded = name.padding(toLength: Self.nameWidth, withPad: " ", startingAt: 0)
    let time = String(format: "%9.3g", ours)
    let bound = "\(goal.quantity) \(goal.direction) \(goal.bound)"
    return "\(padded)\(time) \(unit)  (\(bound), \(verdict))  \(beside)"
  }

  private var beside: String {
    if let ratio, let theirs = peer.value {
      return "\(peer.name) \(String(format: "%.3g", theirs)) \(unit), "
        + "ratio \(String(format: "%.3g", ratio))"
    }
    return peer.name.isEmpty ? "no peer" : "\(peer.name) is not installed: \(peer.install)"
  }
}
