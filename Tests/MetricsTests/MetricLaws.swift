import Experiment
import Metrics
import Testing

/// The laws that every metric of the shelf obeys; a new metric adds a line to `expectations`.
@Suite struct MetricLaws {
  /// What a metric must give: for a perfect prediction, for a prediction of 0 (with the truth 3, −4 and
  /// the persistence 0, −4), and the power of c by which it grows when all fields grow by c.
  private struct Expectation {
    let perfect: Double
    /// Nil when there is no such number.
    let atZero: Double?
    let scalePower: Double
  }

  private static let expectations = [
    "nmse": Expectation(perfect: 0, atZero: 1, scalePower: 0),
    "mse": Expectation(perfect: 0, atZero: 12.5, scalePower: 2),
    "mae": Expectation(perfect: 0, atZero: 3.5, scalePower: 1),
    // Persistence errs by 3, so its squared error is 9 against 25.
    "skill": Expectation(perfect: 1, atZero: 1 - 25.0 / 9, scalePower: 0),
    "relative-l2": Expectation(perfect: 0, atZero: 1, scalePower: 0),
    // A constant is not correlated with anything.
    "correlation": Expectation(perfect: 1, atZero: nil, scalePower: 0),
    "high-correlation-time": Expectation(perfect: 1, atZero: 0, scalePower: 0),
  ]

  /// What models tell of themselves is computed from no prediction, and has none of these laws.
  private static let computed = MetricCatalogue.all.keys.sorted()
    .filter { !(MetricCatalogue.all[$0] is any AccountMetric.Type) }
  private static let names =
    computed
    .filter { !(GridMetricTests.names + OutcomeMetricTests.names).contains($0) }

  private func metric(_ name: String) throws -> any Metric {
    try #require(MetricCatalogue.all[name]).init()
  }

  private func expectation(_ name: String) throws -> Expectation {
    try #require(Self.expectations[name], "the metric '\(name)' has no laws here")
  }

  private func sample(
    predicted: [Float], expected: [Float] = [3, -4], persistence: [Float] = [0, -4],
    weights: [Float] = []
  ) -> ScoredField {
    ScoredField(
      predicted: predicted, expected: expected, persistence: persistence, weights: weights)
  }

  private let samples = [
    ScoredField(predicted: [1, 2, 3], expected: [1.5, 2, 2], persistence: [1, 1, 1]),
    ScoredField(predicted: [-1, 0, 4], expected: [-2, 0.5, 4], persistence: [0, 0, 3]),
    ScoredField(predicted: [7, 7, 8], expected: [7, 6, 9], persistence: [7, 6, 8]),
  ]

  @Test(arguments: names)
  func aPerfectPredictionGetsTheBestValue(name: String) throws {
    let expected = try expectation(name).perfect
    let value = try #require(try metric(name).value(sample(predicted: [3, -4])).number)
    #expect(abs(value - expected) < 1e-15)
  }

  @Test(arguments: names)
  func aPredictionOfZeroGetsTheKnownValue(name: String) throws {
    let value = try metric(name).value(sample(predicted: [0, 0])).number
    guard let expected = try expectation(name).atZero else { return #expect(value == nil) }
    #expect(abs(try #require(value) - expected) < 1e-14)
  }

  @Test(arguments: names)
  func theBetterOfTwoPredictionsGetsTheBetterValue(name: String) throws {
    let metric = try metric(name)
    func value(_ predicted: [Float]) throws -> Double {
      let sample = ScoredField(
        predicted: predicted, expected: [3, -4, 1], persistence: [0, -4, 2])
      return try #require(metric.value(sample).number)
    }
    // The far one has a correlation of 0.61 with the truth.
    let (near, far) = (try value([2.5, -4, 1]), try value([-1, -3, 2]))
    switch type(of: metric).definition.direction {
    case .lower: #expect(near < far)
    case .higher: #expect(near > far)
    }
  }

  @Test(arguments: names)
  func theValueScalesByItsPower(name: String) throws {
    let power = try expectation(name).scalePower
    func scaled(_ factor: Float) throws -> Double {
      let fields = samples.map { sample in
        ScoredField(
          predicted: sample.predicted.map { $0 * factor },
          expected: sample.expected.map { $0 * factor },
          persistence: sample.persistence.map { $0 * factor })
      }
      return try #require(try metric(name).aggregate(fields).number)
    }
    // 8 is a power of two: every product is exact, and so is the law up to the final rounding.
    let growth = power == 0 ? 1 : (power == 1 ? 8.0 : 64.0)
    let (once, eightfold) = (try scaled(1), try scaled(8))
    #expect(abs(eightfold - growth * once) <= 1e-12 * abs(eightfold))
  }

  @Test(arguments: names)
  func theOrderOfSamplesAndPointsDoesNotMatter(name: String) throws {
    let metric = try metric(name)
    let forward = try #require(metric.aggregate(samples).number)
    let reversed = samples.reversed().map { sample in
      ScoredField(
        predicted: sample.predicted.reversed(), expected: sample.expected.reversed(),
        persistence: sample.persistence.reversed())
    }
    let backward = try #require(metric.aggregate(reversed).number)
    #expect(abs(forward - backward) <= 1e-14 * max(1, abs(forward)))
  }

  @Test(arguments: names)
  func oneSampleAggregatesToItsOwnValue(name: String) throws {
    let metric = try metric(name)
    for sample in samples { #expect(metric.aggregate([sample]) == metric.value(sample)) }
  }

  @Test(arguments: names)
  func aPredictionThatIsNotFiniteIsMissingAndNeverAveragedAway(name: String) throws {
    let metric = try metric(name)
    // A time ends where a roll-out blows up; it is not missing.
    if metric is any TrajectoryMetric { return }
    for broken in [Float.nan, .infinity, -.infinity] {
      let sample = sample(predicted: [broken, -4])
      let reason = try #require(metric.value(sample).reason)
      #expect(reason.hasSuffix("prediction is not finite"))
      let all = try #require(metric.aggregate(samples + [sample]).reason)
      #expect(all == "1 of 4 samples: prediction is not finite")
    }
  }

  @Test(arguments: names)
  func noSamplesGiveNoValue(name: String) throws {
    #expect(try metric(name).aggregate([]) == .missing("no samples"))
  }

  @Test(arguments: names)
  func pointsOfWeightZeroDoNotCount(name: String) throws {
    let metric = try metric(name)
    let whole = sample(
      predicted: [2, -5, .nan], expected: [3, -4, 0], persistence: [0, -4, .infinity],
      weights: [1, 1, 0])
    #expect(metric.value(whole) == metric.value(sample(predicted: [2, -5])))
  }

  @Test(arguments: names)
  func aWeightOfTwoCountsAsTwoPoints(name: String) throws {
    let metric = try metric(name)
    let weighted = sample(predicted: [2, -5], weights: [2, 1])
    let repeated = sample(
      predicted: [2, 2, -5], expected: [3, 3, -4], persistence: [0, 0, -4])
    #expect(metric.value(weighted) == metric.value(repeated))
  }

  @Test(arguments: names)
  func theDictionarySaysWhatTheMetricIs(name: String) throws {
    let definition = type(of: try metric(name)).definition
    for text in [definition.title, definition.formula, definition.unit, definition.range] {
      #expect(!text.isEmpty)
    }
    #expect(definition.version >= 1)
  }

  @Test(arguments: computed)
  func everyMetricStatesItsScoreOfThePerfectPredictionAndKeepsIt(name: String) throws {
    let metric = try metric(name)
    guard case .value(let best) = metric.knownScore(of: .perfect) else {
      Issue.record("\(name) states no score of a perfect prediction")
      return
    }
    let found = try #require(metric.value(MetricProbe.perfect.field).number)
    #expect(abs(found - best) < 1e-6)
  }
}
