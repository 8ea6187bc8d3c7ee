import Experiment
import Metrics
import Testing

@Suite struct MetricGuardTests {
  private let still = ScoredField(predicted: [1, 1], expected: [0, 0], persistence: [0, 0])

  @Test func aZeroReferenceIsMissingWithItsReason() {
    #expect(NMSE().value(still) == .missing("zero reference"))
    #expect(NMSE().aggregate([still]) == .missing("1 of 1 samples: zero reference"))
    #expect(MSE().value(still) == .value(1))
  }

  @Test func noPointThatCountsIsMissing() {
    let masked = ScoredField(predicted: [1], expected: [1], persistence: [1], weights: [0])
    #expect(MSE().value(masked) == .missing("no point counts"))
    #expect(MAE().value(masked) == .missing("no point counts"))
  }

  @Test func skillAgainstAPerfectPersistenceIsMissing() {
    let steady = ScoredField(predicted: [1, 2], expected: [1, 1], persistence: [1, 1])
    #expect(Skill().value(steady) == .missing("persistence is perfect"))
  }

  @Test func persistenceItselfHasNoSkill() {
    let field = ScoredField(predicted: [1, 2], expected: [1.5, 3], persistence: [1, 2])
    #expect(Skill().value(field) == .value(0))
  }

  @Test func skillIsTheRatioOfMeansAndNotTheMeanOfRatios() {
    let easy = ScoredField(predicted: [1.5], expected: [2], persistence: [1])
    let hard = ScoredField(predicted: [1], expected: [1], persistence: [3])
    // NMSE of the model 1/16 and 0, of persistence 1/4 and 4.
    let expected = 1 - (1.0 / 16) / (1.0 / 4 + 4)
    #expect(Skill().aggregate([easy, hard]) == .value(expected))
  }

  @Test func nmseIsTheMeanOfRatiosAsPublished() {
    let small = ScoredField(predicted: [0], expected: [1], persistence: [0])
    let large = ScoredField(predicted: [90], expected: [100], persistence: [0])
    let value = NMSE().aggregate([small, large]).number ?? 0
    #expect(abs(value - (1 + 0.01) / 2) < 1e-15)
  }
}
