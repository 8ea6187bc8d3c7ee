/// What an entry should keep to.
enum PerfGoal {
  /// At most this much, in the unit of the entry.
  case time(Double)
  /// At most this share of the peer's time; cannot be judged without the peer.
  case ratio(Double)

  /// The bound.
  var bound: Double {
    switch self {
    case .time(let bound), .ratio(let bound): bound
    }
  }

  /// What the bound is of: `ours` or `ratio`.
  var quantity: String {
    switch self {
    case .time: "ours"
    case .ratio: "ratio"
    }
  }
}
