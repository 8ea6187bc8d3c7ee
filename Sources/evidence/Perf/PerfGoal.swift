/// What an entry should keep to.
enum PerfGoal {
  /// At most this much, in the unit of the entry.
  case time(Double)
  /// At most this share of the peer's time; cannot be judged without the peer.
  case ratio(Double)
  /// At least this share of the peak rate that stands in the peer's place.
  case share(Double)
  /// At least this much, in the unit of the entry.
  case rate(Double)

  /// The bound.
  var bound: Double {
    switch self {
    case .time(let bound), .ratio(let bound), .share(let bound), .rate(let bound): bound
    }
  }

  /// Which side of the bound is good: `at most` or `at least`.
  var direction: String {
    switch self {
    case .time, .ratio: "at most"
    case .share, .rate: "at least"
    }
  }

  /// What the bound is of: `ours` or `ratio`.
  var quantity: String {
    switch self {
    case .time, .rate: "ours"
    case .ratio, .share: "ratio"
    }
  }
}
