/// Times until an event (a roll-out leaves its bounds, a cell fails), right-censored where the
/// observation ended first.
public struct SurvivalTimes: Sendable, Equatable {
  /// A time and whether the event happened then; otherwise it had not happened up to then.
  public struct Time: Sendable, Equatable {
    /// The time, positive or zero.
    public let time: Double
    /// Whether the event was seen.
    public let isEvent: Bool

    /// A time.
    public init(_ time: Double, isEvent: Bool) {
      self.time = time
      self.isEvent = isEvent
    }
  }

  /// The times in increasing order, events before censored ones at the same time: who is censored at
  /// a time was still at risk then.
  public let times: [Time]

  /// Times; nil without any.
  public init?(_ times: [Time]) {
    guard !times.isEmpty else { return nil }
    precondition(
      times.allSatisfy { $0.time >= 0 && $0.time.isFinite }, "times are finite, not negative")
    self.times = times.sorted { ($0.time, $0.isEvent ? 0 : 1) < ($1.time, $1.isEvent ? 0 : 1) }
  }

  /// The distinct times of events with the number of events and of those at risk just before.
  var events: [(time: Double, events: Int, atRisk: Int)] {
    var found: [(time: Double, events: Int, atRisk: Int)] = []
    for (place, entry) in times.enumerated() where entry.isEvent {
      if let last = found.last, last.time == entry.time {
        found[found.count - 1].events += 1
      } else {
        found.append((entry.time, 1, times.count - place))
      }
    }
    return found
  }
}
