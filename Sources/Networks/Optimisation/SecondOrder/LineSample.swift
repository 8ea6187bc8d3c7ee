/// A loss φ along a line, with its slope, at one distance from the start.
struct LineSample: Equatable {
  /// The distance t.
  let t: Double
  /// φ(t)
  let loss: Double
  /// φ'(t)
  let slope: Double

  var isFinite: Bool { loss.isFinite && slope.isFinite }

  /// The minimum of the cubic through two samples (Nocedal & Wright 2006, equation 3.59), kept
  /// within `bounds`; their middle where the cubic has none.
  static func cubicMinimum(
    _ a: LineSample, _ b: LineSample, within bounds: ClosedRange<Double>
  ) -> Double {
    let (left, right) = a.t <= b.t ? (a, b) : (b, a)
    let middle = (bounds.lowerBound + bounds.upperBound) / 2
    guard a.isFinite, b.isFinite else { return middle }
    let d1 = left.slope + right.slope - 3 * (left.loss - right.loss) / (left.t - right.t)
    let square = d1 * d1 - left.slope * right.slope
    guard square >= 0 else { return middle }
    let d2 = square.squareRoot()
    let share = (right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2)
    let t = right.t - (right.t - left.t) * share
    return t.isNaN ? middle : min(max(t, bounds.lowerBound), bounds.upperBound)
  }
}
