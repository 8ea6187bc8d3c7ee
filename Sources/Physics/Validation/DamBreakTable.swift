/// A published record of a collapsing column of water, 1 wide and 2 high, without units.
public struct DamBreakTable: Sendable, Equatable {
  /// What was read.
  public enum Quantity: Sendable, Equatable {
    /// The front on the floor, x/a, against t sqrt(2 g / a).
    case front
    /// The height at the wall, h/(2 a), against t sqrt(g / a).
    case height
  }

  /// What was read.
  public let quantity: Quantity
  /// The times, ascending.
  public let times: [Double]
  /// The values at these times.
  public let values: [Double]
  /// Where the numbers come from.
  public let source: String

  /// The value at `time` on straight lines between the readings; nil outside them.
  public func value(at time: Double) -> Double? {
    guard let next = times.firstIndex(where: { $0 >= time }), time >= times[0] else { return nil }
    guard next > 0 else { return values[0] }
    let share = (time - times[next - 1]) / (times[next] - times[next - 1])
    return values[next - 1] + share * (values[next] - values[next - 1])
  }

  /// The largest difference of this record's readings from `other`, where both are known.
  public func largestDifference(from other: DamBreakTable) -> Double {
    zip(times, values).compactMap { time, value in other.value(at: time).map { abs($0 - value) } }
      .max() ?? 0
  }
}
