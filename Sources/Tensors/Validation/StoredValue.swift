import Foundation

/// A value of a function that is good to 100 bits: a line of Tests/References/functions/values.tsv.
public struct StoredValue: Sendable {
  /// x
  public let argument: Double
  /// The double nearest to f(x).
  public let value: Double
  /// f(x) less `value`.
  public let rest: Double

  /// The values by function in `text`, tab-separated lines of function, argument, value and rest under a
  /// line of titles.
  public static func byFunction(in text: String) -> [String: [StoredValue]] {
    var found: [String: [StoredValue]] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let parts = line.split(separator: "\t")
      let numbers = parts.dropFirst().compactMap { Double($0) }
      guard numbers.count == 3 else { continue }
      found[String(parts[0]), default: []].append(
        StoredValue(argument: numbers[0], value: numbers[1], rest: numbers[2]))
    }
    return found
  }

  /// |computed - f(x)|
  public func error(_ computed: Double) -> Double { abs((computed - value) - rest) }

  /// The error in units in the last place of f(x).
  public func errorInUlp(_ computed: Double) -> Double { error(computed) / value.ulp }
}
