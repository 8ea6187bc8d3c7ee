import Foundation

extension PerfEntry {
  /// An entry measured now.
  init(
    _ name: String, ours: Double, unit: String, goal: Double, runs: Int, machine: MachineFacts,
    peer: PeerTime = .none
  ) {
    self.init(
      name: name, ours: ours, unit: unit, peer: peer.name, peerVersion: peer.version,
      theirs: peer.value, ratio: peer.value.map { ours / $0 }, goal: goal, install: peer.install,
      kernels: machine.kernels, load: machine.load, runs: runs)
  }

  /// A line of the printed table.
  var line: String {
    let verdict = ours <= goal ? "met" : "MISSED"
    let beside = theirs.map { theirs in
      String(format: "%@ %.3g %@, ratio %.3g", peer, theirs, unit, ours / theirs)
    }
    let peerText = beside ?? (peer.isEmpty ? "no peer" : "\(peer) not installed: \(install)")
    let padded = name.padding(toLength: 24, withPad: " ", startingAt: 0)
    return String(format: "%@ %.3g %@ (goal %.3g, %@); %@", padded, ours, unit, goal, verdict, peerText)
  }
}

/// A peer's time for the same work, or how to install the peer.
struct PeerTime {
  let name: String
  let version: String
  let value: Double?
  let install: String

  /// No program does the same.
  static let none = PeerTime(name: "", version: "", value: nil, install: "")
}
