import ArgumentParser

/// An elapsed time above zero and up to a year, in hours, minutes and seconds, as in `90s`, `10m`, `1.5h` or `1h30m`.
struct TimeSpan: ExpressibleByArgument {
  private static let secondsOf: [Character: Double] = ["h": 3600, "m": 60, "s": 1]

  private static let year: Double = 365 * 86_400

  let seconds: Double

  init?(argument: String) {
    var rest = Substring(argument)
    var sum = 0.0
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      guard let count = Double(number), let unit = rest.dropFirst(number.count).first,
        let seconds = Self.secondsOf[unit]
      else { return nil }
      sum += count * seconds
      rest = rest.dropFirst(number.count + 1)
    }
    guard sum > 0, sum <= Self.year else { return nil }
    seconds = sum
  }

  /// Seconds for the next of several plans when some are spent: an equal part of what is left.
  func share(plansLeft: Int, spentSeconds: Double) -> Double {
    max(0, seconds - spentSeconds) / Double(max(plansLeft, 1))
  }
}
