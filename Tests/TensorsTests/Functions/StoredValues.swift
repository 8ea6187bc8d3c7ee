import Foundation
import TestSupport

/// A value of Tests/References/functions/values.tsv, good to 100 bits.
struct StoredValues {
  let argument: Double
  let value: Double
  let rest: Double

  static var byFunction: [String: [StoredValues]] {
    get throws {
      let lines = try PackageFolder.text("Tests/References/functions/values.tsv").split(
        separator: "\n")
      var found: [String: [StoredValues]] = [:]
      for line in lines.dropFirst() {
        let parts = line.split(separator: "\t")
        let numbers = parts.dropFirst().compactMap { Double($0) }
        guard numbers.count == 3 else { continue }
        found[String(parts[0]), default: []].append(
          StoredValues(argument: numbers[0], value: numbers[1], rest: numbers[2]))
      }
      return found
    }
  }

  func error(_ computed: Double) -> Double { abs((computed - value) - rest) }

  func errorInUlp(_ computed: Double) -> Double { error(computed) / value.ulp }
}
