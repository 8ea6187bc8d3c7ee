import Experiment
import Metrics
import Testing

@Suite struct TrajectoryMetricTests {
  private let truth: [Float] = [1, 2, 3, 4]

  private func frame(_ predicted: [Float]) -> ScoredField {
    ScoredField(predicted: predicted, expected: truth, persistence: truth)
  }

  @Test func theTimeCountsTheFramesBeforeTheCorrelationIsLost() {
    // Correlations 1, 0.95, 0.4, then 1 again, which is too late.
    let frames = [[1, 2, 3, 4], [1, 2.5, 2.5, 4], [3, 1, 2, 4], [1, 2, 3, 4]].map(frame)
    #expect(HighCorrelationTime().value(trajectory: frames) == .value(2))
  }

  @Test func aRollOutThatKeepsItsCorrelationCountsWithItsLength() {
    #expect(HighCorrelationTime().value(trajectory: [frame(truth), frame(truth)]) == .value(2))
  }

  @Test func aFrameThatIsConstantOrNotFiniteEndsTheTime() {
    for broken in [[Float](repeating: 2, count: 4), [1, .nan, 3, 4], [1, .infinity, 3, 4]] {
      let frames = [frame(truth), frame(broken), frame(truth)]
      #expect(HighCorrelationTime().value(trajectory: frames) == .value(1))
    }
  }

  @Test func theThresholdIsAParameter() {
    var strict = HighCorrelationTime()
    strict.threshold = 0.95
    #expect(strict.value(trajectory: [frame([1, 2.5, 2.5, 4])]) == .value(0))
  }

  @Test func noFrameIsNoTime() {
    #expect(HighCorrelationTime().value(trajectory: []) == .missing("no frames"))
  }
}
