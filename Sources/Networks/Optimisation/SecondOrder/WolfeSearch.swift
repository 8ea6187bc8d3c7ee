/// A search along a line for a distance t that satisfies the strong Wolfe conditions
///
///     φ(t) <= φ(0) + c1 t φ'(0),  |φ'(t)| <= c2 |φ'(0)|
///
/// by bracketing and zooming with cubic interpolation (Nocedal & Wright 2006, algorithms 3.5 and
/// 3.6). The safeguards are those of Schmidt's minFunc (2005), which `torch.optim.LBFGS` has too: an
/// extrapolation to 1.01 to 10 times the last stretch, and a trial that stays a tenth of the bracket
/// away from its ends when the one before came too close.
struct WolfeSearch {
  /// c1, of Nocedal & Wright for quasi-Newton methods.
  static let decrease = 1e-4
  /// c2, of Nocedal & Wright for quasi-Newton methods.
  static let curvature = 0.9
  /// The most evaluations of one search.
  static let trials = 25

  /// Below this change of any parameter a bracket is not divided.
  let smallestChange: Double
  /// The largest element of the direction.
  let directionSize: Double
  private let start: LineSample
  private var evaluations = 0

  init(from start: LineSample, directionSize: Double, smallestChange: Double) {
    self.start = start
    self.directionSize = directionSize
    self.smallestChange = smallestChange
  }

  /// The best sample found, starting with the distance `t`. `evaluate` is called last for another
  /// distance at times.
  mutating func run(from t: Double, _ evaluate: (Double) -> LineSample) -> LineSample {
    var last = start
    var trial = sampled(t, evaluate)
    while evaluations <= Self.trials {
      if !decreases(trial) || (evaluations > 2 && trial.loss >= last.loss) { break }
      if isFlat(trial) { return trial }
      if trial.slope >= 0 { break }
      let stretch = trial.t + 0.01 * (trial.t - last.t)...10 * trial.t
      let next = LineSample.cubicMinimum(last, trial, within: stretch)
      last = trial
      trial = sampled(next, evaluate)
    }
    return zoom(last, trial, evaluate)
  }

  private mutating func sampled(_ t: Double, _ evaluate: (Double) -> LineSample) -> LineSample {
    evaluations += 1
    return evaluate(t)
  }

  private func decreases(_ sample: LineSample) -> Bool {
    sample.isFinite && sample.loss <= start.loss + Self.decrease * sample.t * start.slope
  }

  private func isFlat(_ sample: LineSample) -> Bool {
    abs(sample.slope) <= -Self.curvature * start.slope
  }

  private mutating func zoom(
    _ a: LineSample, _ b: LineSample, _ evaluate: (Double) -> LineSample
  ) -> LineSample {
    var (low, high) = a.loss <= b.loss || !b.isFinite ? (a, b) : (b, a)
    var cameClose = false
    while evaluations <= Self.trials, abs(high.t - low.t) * directionSize >= smallestChange {
      let bracket = min(low.t, high.t)...max(low.t, high.t)
      let t = safeguarded(
        LineSample.cubicMinimum(low, high, within: bracket), in: bracket, &cameClose)
      let trial = sampled(t, evaluate)
      if !decreases(trial) || trial.loss >= low.loss {
        high = trial
        if !(low.loss <= high.loss) && high.isFinite { swap(&low, &high) }
      } else {
        if isFlat(trial) { return trial }
        if trial.slope * (high.t - low.t) >= 0 { high = low }
        low = trial
      }
    }
    return low
  }

  private func safeguarded(
    _ t: Double, in bracket: ClosedRange<Double>, _ cameClose: inout Bool
  ) -> Double {
    let margin = 0.1 * (bracket.upperBound - bracket.lowerBound)
    let (below, above) = (t - bracket.lowerBound, bracket.upperBound - t)
    guard min(below, above) < margin else {
      cameClose = false
      return t
    }
    guard cameClose || below <= 0 || above <= 0 else {
      cameClose = true
      return t
    }
    cameClose = false
    return above < below ? bracket.upperBound - margin : bracket.lowerBound + margin
  }
}
