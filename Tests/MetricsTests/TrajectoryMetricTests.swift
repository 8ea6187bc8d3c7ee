import Experiment
import Metrics
import Testing

@Suite struct TrajectoryMetricTests {
  private let truth: [Float] = [1, 2, 3, 4]

  /// Frames of one row of four cells, one behind the other.
  private func trajectory(_ frames: [[Float]]) -> ScoredField {
    let expected = frames.flatMap { _ in truth }
    return ScoredField(
      predicted: frames.flatMap(\.self), expected: expected, persistence: expected,
      grid: FieldGrid(
        frames: frames.count, channels: 1, height: 1, width: 4, cellWidth: 1, cellHeight: 1))
  }

  @Test func theTimeCountsTheFramesBeforeTheCorrelationIsLost() {
    // Correlations 1, 0.95, 0.4, then 1 again, which is too late.
    let frames: [[Float]] = [[1, 2, 3, 4], [1, 2.5, 2.5, 4], [3, 1, 2, 4], [1, 2, 3, 4]]
    #expect(HighCorrelationTime().value(trajectory(frames)) == .value(2))
  }

  @Test func aRollOutThatKeepsItsCorrelationCountsWithItsLength() {
    #expect(HighCorrelationTime().value(trajectory([truth, truth])) == .value(2))
  }

  @Test func aFrameThatIsConstantOrNotFiniteEndsTheTime() {
    for broken in [[Float](repeating: 2, count: 4), [1, .nan, 3, 4], [1, .infinity, 3, 4]] {
      #expect(HighCorrelationTime().value(trajectory([truth, broken, truth])) == .value(1))
    }
  }

  @Test func theThresholdIsAParameter() {
    var strict = HighCorrelationTime()
    strict.threshold = 0.95
    #expect(strict.value(trajectory([[1, 2.5, 2.5, 4]])) == .value(0))
  }
}
