import Experiment
import Foundation
import Harness
import HarnessFixtures
import Randomness
import Testing

@Suite struct RepeatedTimingTests {
  private func timed(_ seconds: some Sequence<Double>, _ rule: RepeatedTiming.Rule = .init())
    -> RepeatedTiming
  {
    seconds.reduce(into: RepeatedTiming(rule)) { $0.add($1) }
  }

  /// The ranks of the usual tables of the 95 % interval of a median (Conover, Practical Nonparametric
  /// Statistics, 3rd edition, section 3.2).
  @Test(arguments: [
    (6, 1), (7, 1), (8, 1), (9, 2), (10, 2), (12, 3), (15, 4), (20, 6), (30, 10), (100, 40),
  ])
  func theIntervalOfTheMedianHasTheRanksOfTheTables(_ count: Int, _ rank: Int) throws {
    let timing = timed((1...count).reversed().map(Double.init))
    let median = Double(count + 1) / 2
    #expect(timing.median == median)
    let width = Double(count - rank + 1) - Double(rank)
    #expect(abs(try #require(timing.halfWidth) - width / (2 * median)) < 1e-12)
  }

  @Test func fiveTimingsHaveNoIntervalAndEqualOnesEndSoon() {
    let five = timed(repeatElement(0.001, count: 5))
    #expect(five.halfWidth == nil && five.end == nil)
    let six = timed(repeatElement(0.001, count: 6))
    #expect(six.halfWidth == 0 && six.end == .narrow)
    #expect(six.description == "6 timings, 95 % interval of the median ±0 %, narrow enough")
  }

  @Test func scatteredTimingsEndByTimeOrByCount() {
    let long = timed([0.05, 0.06, 0.09, 0.05, 0.07])
    #expect(long.end == .time && long.median == 0.06)
    #expect(
      long.description
        == "5 timings, too few for an interval of the median, its time was used up")
    #expect(timed([1, 2, 3, 4]).end == nil, "five are taken in any case")
    let scattered = (0..<101).map { 1e-6 * Double($0 * 37 % 101 + 1) }
    #expect(timed(scattered).end == .count)
    #expect(timed(scattered.dropLast()).end == nil)
    #expect(timed([]).median == 0)
  }

  /// Of an interval that is looked at once, without an early end.
  @Test func theIntervalHoldsTheMedianAsOftenAsItSays() {
    var stream = RandomStream(seed: 7).stream("timings")
    let (studies, count) = (4000, 21)
    let held = (0..<studies).count { _ in
      // Lognormal, of which the median is 1.
      let timing = timed((0..<count).map { _ in exp(stream.normal()) })
      return timing.interval?.contains(1) ?? false
    }
    // 21 timings: ranks 6 and 16, 97.3 %; three standard errors are 0.8 %.
    #expect(abs(Double(held) / Double(studies) - 0.9734) < 0.008)
  }

  @Test func aCellSaysHowItsPredictionsWereTimed() throws {
    let bench = try Bench()
    defer { bench.remove() }
    _ = try bench.run(ToyPlan(behaviours: [.good]))
    let cell = try #require(try bench.store.frame().cells.first)
    let fact = try #require(cell.facts["prediction-timing"])
    #expect(
      fact.wholeMatch(of: /\d+ timings, .*(narrow enough|used up|are taken)/) != nil, "\(fact)")
    let cost = cell.evaluation.measurements.first { $0.metric == "prediction-milliseconds" }
    #expect(try #require(cost?.value.number) > 0)
  }
}
