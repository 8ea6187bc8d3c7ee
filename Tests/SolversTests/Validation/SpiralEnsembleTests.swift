import Foundation
import Randomness
import Solvers
import TestSupport
import Testing

/// The moments from further initial states that the suite neural-de ships: `RECORD=1` makes them anew.
@Suite struct SpiralEnsembleTests {
  private struct Further: Codable {
    struct Case: Codable {
      let split: String
      let initial: [Double]
      let mean: [[Double]]
      let variance: [[Double]]
    }
    let source: String
    let trajectories: Int
    let times: [Double]
    let cases: [Case]
  }

  private static let file = PackageFolder.url.appending(
    path: "Suites/neural-de/data/spiral-sde/further.json")
  private static let trajectories = 20_000
  private static let splits = [("validation", 2), ("test", 8)]
  /// Half the side of the square around (2, 0) that initial states are drawn from.
  private static let reach = 0.25

  private static func stream(_ split: String, _ number: Int) -> RandomStream {
    RandomStream(seed: 0).stream("neural-de").stream("spiral-sde").stream(split).stream(number)
  }

  private static func initial(_ split: String, _ number: Int) -> [Double] {
    var random = stream(split, number).stream("initial")
    return [2, 0].map { $0 + random.uniform(from: -reach, to: reach) }
  }

  private static func ensemble(
    _ split: String, _ number: Int, trajectories: Int = trajectories, steps: Int = 16,
    noise: String = "noise"
  ) -> SpiralEnsemble {
    SpiralEnsemble(
      from: initial(split, number), at: times, trajectories: trajectories, steps: steps,
      stream: stream(split, number).stream(noise))
  }

  private static let times = (0..<30).map { Double($0) / 29 }

  private static func record() throws {
    let cases = splits.flatMap { split, count in
      (0..<count).map { number in
        let made = ensemble(split, number)
        return Further.Case(
          split: split, initial: made.initial, mean: made.mean.map { $0.map(rounded) },
          variance: made.variance.map { $0.map(rounded) })
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try encoder.encode(
      Further(
        source: "SOSRI, 464 equal steps (Tests/SolversTests/Validation/SpiralEnsembleTests.swift)",
        trajectories: trajectories, times: times, cases: cases)
    ).write(to: file)
  }

  /// To a millionth: chance alone makes some 0.002.
  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  @Test func theShippedMomentsAreThoseOfOtherNoise() throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { return try Self.record() }
    let shipped = try JSONDecoder().decode(Further.self, from: Data(contentsOf: Self.file))
    #expect(shipped.trajectories == Self.trajectories && shipped.cases.count == 10)
    let number = 3
    let known = try #require(shipped.cases.filter { $0.split == "test" }.dropFirst(number).first)
    let count = 1000
    let again = Self.ensemble("test", number, trajectories: count, steps: 8, noise: "again")
    #expect(known.initial == again.initial)
    for coordinate in 0..<2 {
      for time in 1..<30 {
        let variance = known.variance[coordinate][time]
        // 58 numbers: five standard errors of the smaller sample are exceeded with 3e-5.
        let error = (variance / Double(count)).squareRoot()
        #expect(abs(known.mean[coordinate][time] - again.mean[coordinate][time]) < 5 * error)
        // The fourth moment of these skewed laws is below 9 times the square of the second.
        let spread = variance * (8 / Double(count)).squareRoot()
        #expect(abs(variance - again.variance[coordinate][time]) < 5 * spread)
      }
    }
  }

  @Test func theSameStreamGivesTheSameBits() {
    let both = (0..<2).map { _ in Self.ensemble("test", 0, trajectories: 20, steps: 2) }
    #expect(both[0] == both[1])
    #expect(both[0].mean[0][0] == both[0].initial[0] && both[0].variance[1][0] == 0)
  }
}
