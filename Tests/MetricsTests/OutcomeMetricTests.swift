import Experiment
import Foundation
import Metrics
import Testing

/// The laws of metrics of decisions and of densities, which are not about fields.
@Suite struct OutcomeMetricTests {
  static let names = ["accuracy", "cross-entropy", "negative-log-likelihood", "log-density-error"]

  private func sample(_ predicted: [Float], _ expected: [Float], weights: [Float] = [])
    -> ScoredField
  {
    ScoredField(
      predicted: predicted, expected: expected, persistence: expected.map { _ in 0 },
      weights: weights)
  }

  @Test func theLargestLogitDecidesAndTiesAreWorthAGuess() {
    func accuracy(_ logits: [Float]) -> Double? {
      Accuracy().value(sample(logits, [0, 1, 0, 0])).number
    }
    #expect(accuracy([1, 2, 0, -1]) == 1)
    #expect(accuracy([3, 2, 0, -1]) == 0)
    #expect(accuracy([2, 2, 0, -1]) == 0.5)
    #expect(accuracy([0, 0, 0, 0]) == 0.25)
  }

  @Test func theCrossEntropyIsThatOfTheSoftmaxAndDoesNotOverflow() throws {
    let entropy = try #require(CrossEntropy().value(sample([1, 2, 0.5], [0, 1, 0])).number)
    #expect(abs(entropy - (log(exp(1.0) + exp(2) + exp(0.5)) - 2)) < 1e-12)
    let sure = try #require(CrossEntropy().value(sample([1e4, 0], [0, 1])).number)
    #expect(abs(sure - 1e4) < 1e-9)
    #expect(CrossEntropy().value(sample([1e4, 0], [1, 0])).number == 0)
    let shifted = try #require(CrossEntropy().value(sample([101, 102, 100.5], [0, 1, 0])).number)
    #expect(abs(shifted - entropy) < 1e-12)
  }

  @Test func likelihoodsAreMeansOfLogDensities() throws {
    let points = [sample([-1], [-2]), sample([-3], [-2.5])]
    #expect(NegativeLogLikelihood().aggregate(points).number == 2)
    let error = try #require(LogDensityError().aggregate(points).number)
    #expect(abs(error - (1.25 / 2).squareRoot()) < 1e-15)
  }

  @Test func thereIsNoDecisionWithoutATrueClass() {
    for metric: any Metric in [Accuracy(), CrossEntropy()] {
      #expect(metric.value(sample([1, 2], [0, 0])) == .missing("no true class"))
      #expect(
        metric.value(sample([1, 2], [0, 1], weights: [0, 0])) == .missing("no point counts"))
    }
  }

  @Test(arguments: names) func aPredictionThatIsNotFiniteIsMissing(name: String) throws {
    let metric = try #require(MetricCatalogue.all[name]).init()
    for broken in [Float.nan, .infinity, -.infinity] {
      let bad = sample([broken, 1], [0, 1])
      #expect(metric.value(bad).reason?.hasSuffix("prediction is not finite") == true)
      let all = metric.aggregate([sample([0, 1], [0, 1]), bad])
      #expect(all == .missing("1 of 2 samples: prediction is not finite"))
    }
  }

  @Test(arguments: names) func whatDoesNotCountMayHoldAnything(name: String) throws {
    let metric = try #require(MetricCatalogue.all[name]).init()
    let whole = sample([0.5, .nan, 1], [0, 0, 1], weights: [1, 0, 1])
    #expect(metric.value(whole) == metric.value(sample([0.5, 1], [0, 1])))
  }

  @Test(arguments: names) func theClosedFormsHold(name: String) throws {
    let metric = try #require(MetricCatalogue.all[name]).init()
    for probe in MetricProbe.allCases {
      guard case .value(let expected) = metric.knownScore(of: probe) else { continue }
      let found = try #require(metric.value(probe.field).number)
      // The probe's values are Float.
      #expect(abs(found - expected) < 1e-5)
    }
  }

  @Test(arguments: names) func noSamplesGiveNoValue(name: String) throws {
    let metric = try #require(MetricCatalogue.all[name]).init()
    #expect(metric.aggregate([]) == .missing("no samples"))
  }
}
