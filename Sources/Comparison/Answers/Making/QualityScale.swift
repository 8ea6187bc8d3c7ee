import Experiment
import Foundation

/// Qualities as numbers of which more is better and which can be averaged, and back to changes.
struct QualityScale {
  /// Differences of goodness that count as none: a hundredth of the right answers, of an error, or of a nat.
  static let margin = 0.01

  let scale: ChangeScale
  let direction: Direction

  /// Of a metric with `values`.
  init(_ definition: MetricDefinition, values: [Double]) {
    direction = definition.direction
    // Of a share of right answers it matters how many more there are, not how many times as many.
    scale = direction == .higher ? .difference : .fitting(definition, values: values)
  }

  private var sign: Double { direction == .higher ? 1 : -1 }

  /// The quality as a number of which more is better.
  func goodness(_ value: Double) -> Double { sign * (scale == .ratio ? log(value) : value) }

  /// What `goodness` came from.
  func quality(_ goodness: Double) -> Double {
    let value = sign * goodness
    return scale == .ratio ? Interval.ratio(ofLogarithm: value) : value
  }

  /// A difference of such numbers as a change of the metric, as `scale` has it.
  func change(_ gain: Double) -> Double {
    scale == .ratio ? Interval.ratio(ofLogarithm: sign * gain) : sign * gain
  }
}
