import Randomness
import Statistics
import Testing

@Suite struct StepHistoryTests {
  struct Stored: Decodable {
    struct Entry: Decodable {
      let values: [Double]
      let weights: [Double]?
      /// First place, last place + 1, level.
      let pieces: [[Double]]
    }

    let histories: [Entry]
  }

  let random = RandomStream(seed: 2).stream("history")

  @Test func piecesAgreeWithAirspeedVelocity() throws {
    let stored: Stored = try StoredValues.load("fits")
    for entry in stored.histories {
      let history = try #require(StepHistory(entry.values, weights: entry.weights))
      #expect(
        history.pieces.map(\.range) == entry.pieces.map { Int($0[0])..<Int($0[1]) })
      for (piece, expected) in zip(history.pieces, entry.pieces) {
        #expect(agrees(piece.level, with: expected[2], to: 1e-12))
      }
    }
  }

  @Test func aSingleOutlierIsNoStepAndTwoAre() throws {
    var values = (0..<30).map { 1 + 0.01 * Double($0 % 3) }
    values[12] = 4
    #expect(try #require(StepHistory(values)).steps.isEmpty)
    for place in 20..<30 { values[place] += 1 }
    let steps = try #require(StepHistory(values)).steps
    #expect(steps.map(\.place) == [20])
    #expect(steps[0].before == 1.01 && steps[0].after == 2.01)
  }

  /// White noise, and noise with a correlation of 0.6 from value to value.
  @Test(arguments: [0, 0.6])
  func noiseAloneMakesFewStepsAndAClearStepIsFoundInPlace(correlation: Double) throws {
    var random = random
    var (falseAlarms, found) = (0, 0)
    let histories = 200
    for _ in 0..<histories {
      var noise = 0.0
      var values = (0..<30).map { _ in
        noise = correlation * noise + random.normal()
        return 1 + 0.05 * noise
      }
      falseAlarms += try #require(StepHistory(values)).steps.isEmpty ? 0 : 1
      // Five deviations of what is new in each value.
      for place in 18..<30 { values[place] += 0.25 }
      let steps = try #require(StepHistory(values)).steps
      if steps.contains(where: { abs($0.place - 18) <= 1 }) { found += 1 }
    }
    #expect(falseAlarms <= histories / 20)
    #expect(found >= histories * (correlation == 0 ? 19 : 12) / 20)
  }

  @Test func aLevelShiftsAndScalesWithItsHistory() throws {
    var random = random
    let values = (0..<40).map { ($0 < 25 ? 1 : 1.6) + 0.02 * random.normal() }
    let history = try #require(StepHistory(values))
    let turned = try #require(StepHistory(values.map { -8 * $0 }))
    #expect(turned.pieces.map(\.range) == history.pieces.map(\.range))
    #expect(turned.pieces.map(\.level) == history.pieces.map { -8 * $0.level })
  }

  @Test func shortAndConstantHistoriesAreOnePiece() throws {
    #expect(StepHistory([]) == nil)
    #expect(try #require(StepHistory([3])).pieces.map(\.level) == [3])
    #expect(try #require(StepHistory([3, 5, 3])).pieces.count == 1)
    let constant = try #require(StepHistory([Double](repeating: 0.1, count: 30)))
    #expect(constant.pieces.count == 1 && constant.pieces[0].spread == 0)
    let exact = try #require(StepHistory([1, 1, 1, 1, 2, 2, 2, 2]))
    #expect(exact.steps == [.init(place: 4, before: 1, after: 2)])
  }

  @Test func ofALongHistoryTheEndIsTaken() throws {
    let values = (0..<1_100).map { $0 < 1_050 ? 1.0 : 2.0 }
    let history = try #require(StepHistory(values))
    #expect(history.steps.map(\.place) == [1_050])
    #expect(history.pieces[0].range == 100..<1_050)
  }
}
