import Foundation
import Statistics

/// The change from theirs to ours over pairs of seeds, on the scale where it is additive: log ratios
/// or differences. Positive means that our number is larger.
struct PairedChange {
  let scale: ChangeScale
  let ours: [Double]
  let theirs: [Double]
  /// Pair by pair.
  let changes: [Double]

  init(scale: ChangeScale, ours: [Double], theirs: [Double]) {
    self.scale = scale
    self.ours = ours
    self.theirs = theirs
    switch scale {
    case .ratio: changes = ConfidenceInterval.logRatios(ours: ours, theirs: theirs)
    case .difference: changes = zip(ours, theirs).map { $0 - $1 }
    }
  }

  var isIdentical: Bool {
    !ours.isEmpty && zip(ours, theirs).allSatisfy { $0.bitPattern == $1.bitPattern }
  }

  /// The Student interval of the mean change; nil below two pairs.
  var interval: ConfidenceInterval? { ConfidenceInterval.studentMean(of: changes) }

  /// The p-value of the paired t test of no change; nil below two pairs.
  var pValue: Double? { PairedTest.student(changes)?.pValue }

  /// The change as it is shown: a ratio or a difference; with one pair, the point alone.
  var shown: Interval? {
    guard let first = changes.first else { return nil }
    let point = ConfidenceInterval(
      estimate: first, lower: first, upper: first, level: 0.95, count: 1)
    let additive = interval ?? point
    guard scale == .ratio else { return Interval(additive) }
    // An interval from two wild pairs may leave the range of a Double, which no file can hold.
    return Interval(additive.mapped { min(exp($0), .greatestFiniteMagnitude) })
  }

  /// The relative margin on the additive scale: ln(1 + margin), so that it is the same in both
  /// directions, or the margin times the mean size of all values of both sides.
  func edge(margin: Double) -> Double {
    switch scale {
    case .ratio: log1p(margin)
    case .difference: margin * Observations((ours + theirs).map(abs)).mean
    }
  }
}
