import Foundation
import Randomness

/// Two-sided tests that paired differences are centred at zero.
public enum PairedTest {
  /// The most pairs for which all sign flips are counted (2¹⁶).
  public static let mostExactPairs = 16

  /// The paired t test: t = d̄ √n / s with n − 1 degrees of freedom (Student 1908); nil below two
  /// pairs. Differences that are all alike give p = 1 when they are zero and p = 0 otherwise.
  public static func student(_ differences: [Double]) -> TestResult? {
    guard differences.count > 1 else { return nil }
    let observations = Observations(differences)
    let (mean, error) = (observations.mean, observations.standardError)
    let statistic = mean == 0 ? 0 : mean / error
    let student = StudentDistribution(degreesOfFreedom: Double(differences.count - 1))
    return TestResult(
      statistic: statistic, pValue: mean == 0 ? 1 : student.twoSidedTail(statistic),
      count: differences.count, method: .exact)
  }

  /// The sign-flip test of the mean (Fisher 1935; Pitman 1937): the share of sign patterns whose
  /// mean is at least as far from zero. All 2ⁿ patterns up to 16 pairs; beyond, `draws` random ones
  /// with p = (extreme + 1) / (draws + 1) (Phipson & Smyth 2010). nil without pairs.
  public static func signFlip(
    _ differences: [Double], draws: Int = 9_999, random: RandomStream
  ) -> TestResult? {
    guard !differences.isEmpty else { return nil }
    return differences.count <= mostExactPairs
      ? exactSignFlip(differences) : sampledSignFlip(differences, draws: draws, random: random)
  }

  private static func exactSignFlip(_ differences: [Double]) -> TestResult {
    let patterns = 1 << differences.count
    let total = differences.reduce(0, +)
    let threshold = abs(total) - rounding(of: differences)
    // flipped[p] is the sum over the bits of p, from the pattern without its lowest bit.
    var flipped = [Double](repeating: 0, count: patterns)
    var extreme = abs(total) >= threshold ? 1 : 0
    for pattern in 1..<patterns {
      let lowest = pattern.trailingZeroBitCount
      flipped[pattern] = flipped[pattern & (pattern - 1)] + differences[lowest]
      if abs(total - 2 * flipped[pattern]) >= threshold { extreme += 1 }
    }
    return TestResult(
      statistic: total / Double(differences.count), pValue: Double(extreme) / Double(patterns),
      count: differences.count, method: .exact)
  }

  private static func sampledSignFlip(
    _ differences: [Double], draws: Int, random: RandomStream
  ) -> TestResult {
    var random = random
    let total = differences.reduce(0, +)
    let threshold = abs(total) - rounding(of: differences)
    var extreme = 0
    for _ in 0..<draws {
      var sum = 0.0
      for start in stride(from: 0, to: differences.count, by: 64) {
        var bits = random.next()
        for index in start..<min(start + 64, differences.count) {
          sum += bits & 1 == 0 ? differences[index] : -differences[index]
          bits >>= 1
        }
      }
      if abs(sum) >= threshold { extreme += 1 }
    }
    return TestResult(
      statistic: total / Double(differences.count), pValue: Double(extreme + 1) / Double(draws + 1),
      count: differences.count, method: .sampled)
  }

  /// Sums of the same numbers in another order differ by this much; such patterns count as equal.
  private static func rounding(of differences: [Double]) -> Double {
    differences.reduce(0) { $0 + abs($1) } * Double.ulpOfOne * Double(differences.count)
  }
}
