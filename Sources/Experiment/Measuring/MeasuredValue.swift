/// A number, or the reason why there is none; never NaN and never a silent zero.
public enum MeasuredValue: Codable, Sendable, Equatable {
  /// A finite number.
  case value(Double)
  /// No number, and why, as in `not finite` or `zero reference`.
  case missing(String)

  /// `number` when it is finite, otherwise missing.
  public init(_ number: Double) {
    self = number.isFinite ? .value(number) : .missing("not finite")
  }

  /// The number, or nil.
  public var number: Double? {
    if case .value(let number) = self { number } else { nil }
  }

  /// The reason, or nil.
  public var reason: String? {
    if case .missing(let reason) = self { reason } else { nil }
  }

  /// The mean of `values`: missing when there is none, or when one is missing (with its reason and
  /// how many are), so that a blow-up is never averaged away.
  public static func mean(_ values: [MeasuredValue]) -> MeasuredValue {
    guard !values.isEmpty else { return .missing("no samples") }
    let missing = values.compactMap(\.reason)
    if let reason = missing.first {
      return .missing("\(missing.count) of \(values.count) samples: \(reason)")
    }
    return MeasuredValue(values.compactMap(\.number).reduce(0, +) / Double(values.count))
  }
}
