/// One line of `Reports/perf.json`: a time of ours beside a peer's.
struct PerfEntry: Codable {
  /// The stable name, as in `harness/isolated-cell`.
  var name: String
  /// Our median.
  var ours: Double
  /// The unit of both times.
  var unit: String
  /// The peer; empty when there is none.
  var peer: String
  /// The peer's version.
  var peerVersion: String
  /// The peer's median in the same run, or nil when it is not installed.
  var theirs: Double?
  /// ours / theirs.
  var ratio: Double?
  /// What ours should be at most, in the unit.
  var goal: Double
  /// How to get the peer.
  var install: String
  /// Threads.
  var threads = 1
  /// The kernels in use, as in `Haswell`.
  var kernels: String
  /// The load average over one minute when it was measured.
  var load: String
  /// Repetitions behind the median.
  var runs: Int

  enum CodingKeys: String, CodingKey {
    case name, ours, unit, peer, theirs, ratio, goal, install, threads, kernels, load, runs
    case peerVersion = "peer_version"
  }

  /// A missing peer is written as null, never left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(ours, forKey: .ours)
    try container.encode(unit, forKey: .unit)
    try container.encode(peer, forKey: .peer)
    try container.encode(peerVersion, forKey: .peerVersion)
    try container.encode(theirs, forKey: .theirs)
    try container.encode(ratio, forKey: .ratio)
    try container.encode(goal, forKey: .goal)
    try container.encode(install, forKey: .install)
    try container.encode(threads, forKey: .threads)
    try container.encode(kernels, forKey: .kernels)
    try container.encode(load, forKey: .load)
    try container.encode(runs, forKey: .runs)
  }
}
