import Foundation
import Statistics

/// The change from theirs to ours over seeds, on the scale where it is additive: log ratios or
/// differences. Positive means that our number is larger.
struct SeedChange {
  let scale: ChangeScale
  let pairing: Pairing
  let ours: [Double]
  let theirs: [Double]
  /// Pair by pair; empty when the sides are not paired.
  let changes: [Double]
  /// The mean change.
  let estimate: Double
  /// Of one pair's change, or of one run's value about its side's mean; 0 without degrees of freedom.
  let variance: Double
  /// What the variance rests on: pairs less one, or runs less one on each side.
  let degreesOfFreedom: Int
  /// The variance of the estimate over `variance`.
  let errorScale: Double

  /// The change over pairs of seeds.
  init(scale: ChangeScale, paired ours: [Double], _ theirs: [Double]) {
    precondition(!ours.isEmpty, "no change without values")
    self.scale = scale
    self.ours = ours
    self.theirs = theirs
    pairing = .paired
    switch scale {
    case .ratio: changes = ConfidenceInterval.logRatios(ours: ours, theirs: theirs)
    case .difference: changes = zip(ours, theirs).map { $0 - $1 }
    }
    let observations = Observations(changes)
    estimate = observations.mean
    variance = observations.variance
    degreesOfFreedom = changes.count - 1
    errorScale = 1 / Double(changes.count)
  }

  /// The change between two groups of runs with a common variance.
  init(scale: ChangeScale, unpaired ours: [Double], _ theirs: [Double]) {
    precondition(!ours.isEmpty && !theirs.isEmpty, "no change without values")
    self.scale = scale
    self.ours = ours
    self.theirs = theirs
    pairing = .unpaired
    changes = []
    let (mine, other) = (scale.additive(ours), scale.additive(theirs))
    estimate = mine.mean - other.mean
    degreesOfFreedom = mine.count + other.count - 2
    let squares =
      mine.variance * Double(mine.count - 1) + other.variance * Double(other.count - 1)
    variance = degreesOfFreedom > 0 ? squares / Double(degreesOfFreedom) : 0
    errorScale = 1 / Double(mine.count) + 1 / Double(other.count)
  }

  /// Whether no number changed at all.
  var isIdentical: Bool {
    pairing == .paired && zip(ours, theirs).allSatisfy { $0.bitPattern == $1.bitPattern }
  }

  /// Whether each side gives one and the same number at every seed, so that the change is exact.
  var isSeedless: Bool {
    min(ours.count, theirs.count) > 1 && Set(ours).count == 1 && Set(theirs).count == 1
  }

  /// The mean size of all values of both sides: what a relative margin of a difference is of.
  var size: Double { Observations((ours + theirs).map(abs)).mean }

  /// What variances are divided by before those of unlike rows are pooled; log ratios are relative
  /// already.
  var unit: Double { scale == .ratio ? 1 : size }

  /// The Student interval of the mean change, from this change's own spread alone.
  var interval: ConfidenceInterval? { interval(variance: variance, degrees: ownDegrees) }

  var ownDegrees: Double { Double(degreesOfFreedom) }

  /// The 95 % interval for a spread that is known with `degrees` of freedom; nil without any.
  func interval(variance: Double, degrees: Double) -> ConfidenceInterval? {
    guard degrees > 0 else { return nil }
    let half = Student.quantile(0.975, degrees: degrees) * (variance * errorScale).squareRoot()
    return ConfidenceInterval(
      estimate: estimate, lower: estimate - half, upper: estimate + half, level: 0.95,
      count: min(ours.count, theirs.count))
  }

  /// The two-sided p-value of no change; nil without degrees of freedom.
  func pValue(variance: Double, degrees: Double) -> Double? {
    guard degrees > 0 else { return nil }
    if estimate == 0 { return 1 }
    return Student.twoSidedTail(estimate / (variance * errorScale).squareRoot(), degrees: degrees)
  }

  /// The relative margin on the additive scale: ln(1 + margin), so that it is the same in both
  /// directions, or the margin times the mean size of all values of both sides.
  func edge(margin: Double) -> Double {
    switch scale {
    case .ratio: log1p(margin)
    case .difference: margin * size
    }
  }

  /// An additive interval as it is shown: through exp where the scale is a ratio.
  func shown(_ additive: ConfidenceInterval?) -> Interval {
    let point = ConfidenceInterval(
      estimate: estimate, lower: estimate, upper: estimate, level: 0.95, count: 1)
    guard scale == .ratio else { return Interval(additive ?? point) }
    return Interval(ratioOf: additive ?? point)
  }
}

extension ChangeScale {
  /// The numbers on the scale where changes are differences.
  fileprivate func additive(_ values: [Double]) -> Observations {
    Observations(self == .ratio ? values.map(log) : values)
  }
}
