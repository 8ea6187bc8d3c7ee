import Foundation
import Randomness
import Statistics
import Testing

@Suite struct PlanningTests {
  struct Stored: Decodable {
    /// Count, detectable effect in deviations.
    let pairs: [[Double]]
    let perSide: [[Double]]
  }

  let stored: Stored

  init() throws { stored = try StoredValues.load("fits") }

  @Test func detectableEffectsComeNearTheExactPower() throws {
    // The approximation replaces the non-central t by a shifted one, which costs most with few
    // degrees of freedom.
    for entry in stored.pairs {
      let effect = try #require(Power.detectable(pairs: Int(entry[0]), deviation: 1))
      #expect(agrees(effect, with: entry[1], to: entry[0] < 4 ? 0.07 : 0.03), "\(entry)")
    }
    for entry in stored.perSide {
      let effect = try #require(Power.detectable(perSide: Int(entry[0]), deviation: 1))
      #expect(agrees(effect, with: entry[1], to: 0.02))
    }
    #expect(Power.detectable(pairs: 1, deviation: 1) == nil)
    #expect(Power.detectable(perSide: 1, deviation: 1) == nil)
  }

  @Test func countsAndEffectsUndoEachOther() throws {
    for count in [3, 8, 50] {
      let gap = try #require(Power.detectable(perSide: count, deviation: 2))
      #expect(Power.perSide(deviation: 2, gap: gap * 1.0001) == count)
      let paired = try #require(Power.detectable(pairs: count, deviation: 2))
      #expect(Power.pairs(deviation: 2, gap: paired * 1.0001) == count)
    }
    #expect(Power.perSide(deviation: 1, gap: 0) == nil)
    #expect(Power.perSide(deviation: 0, gap: 1) == 2)
    #expect(Power.perSide(deviation: 1, gap: 1e-4) == nil)
  }

  @Test func repetitionsStopWhenNarrowOrExhausted() throws {
    let rule = RepetitionRule(width: .relative(0.1), fewest: 3, most: 6)
    #expect(rule.decision(after: []) == .repeatAbout(3))
    #expect(rule.decision(after: [1]) == .repeatAbout(2))
    #expect(rule.decision(after: [1, 3, 2]) == .repeatAbout(3))
    let narrow = [1.0, 1.01, 0.99]
    let interval = try #require(ConfidenceInterval.studentMean(of: narrow))
    #expect(rule.decision(after: narrow) == .narrowEnough(interval))
    let wide = [1.0, 3, 2, 1, 3, 2]
    #expect(
      rule.decision(after: wide) == .exhausted(ConfidenceInterval.studentMean(of: wide)))
    let absolute = RepetitionRule(width: .absolute(0.5), fewest: 2, most: 100)
    #expect(absolute.decision(after: [1, 1]) != absolute.decision(after: [1, 2]))
    #expect(rule.decision(after: [1, -1, 0]) == .repeatAbout(3))
  }

  @Test func stoppedIntervalsStillCoverNearlyAsStated() {
    var random = RandomStream(seed: 21).stream("stopping")
    let rule = RepetitionRule(width: .absolute(0.4), fewest: 10, most: 200)
    let experiments = 2_000
    var (held, used) = (0, 0)
    for _ in 0..<experiments {
      var values: [Double] = []
      var interval: ConfidenceInterval?
      while interval == nil {
        values.append(random.normal())
        if values.count < rule.fewest { continue }
        switch rule.decision(after: values) {
        case .narrowEnough(let found): interval = found
        case .exhausted(let found): interval = found
        case .repeatAbout: continue
        }
      }
      held += interval?.contains(0) == true ? 1 : 0
      used += values.count
    }
    let coverage = Double(held) / Double(experiments)
    #expect(coverage > 0.925 && coverage < 0.97, "\(coverage) after \(used / experiments)")
  }
}
