/// One line of `Reports/perf.json`: a time, a rate, a size or a count of ours beside a peer's.
struct PerfEntry {
  /// The stable name, as in `harness/isolated-cell`.
  let name: String
  /// Our median.
  let ours: Double
  /// The unit of both.
  let unit: String
  /// The peer's median in the same run.
  let peer: PeerTime
  /// What the entry should keep to.
  let goal: PerfGoal
  /// The kernels in use, as in `Haswell`.
  let kernels: String
  /// The load average over one minute when it was measured.
  let load: String
  /// Repetitions behind the median.
  let runs: Int
  /// Threads of both.
  var threads = 1

  /// ours / theirs, or nil when the peer is not installed.
  var ratio: Double? { peer.value.map { ours / $0 } }

  /// Whether the goal is met; nil when the peer that it is measured by is missing.
  var isMet: Bool? {
    switch goal {
    case .time(let bound): ours <= bound
    case .rate(let bound): ours >= bound
    case .ratio(let bound): ratio.map { $0 <= bound }
    case .share(let bound): ratio.map { $0 >= bound }
    }
  }
}
