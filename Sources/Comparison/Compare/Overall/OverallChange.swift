import Foundation
import Statistics

/// The mean change of a model over tasks, the tasks held fixed: the variances of the tasks add up, each
/// moderated over all models and tasks, with degrees of freedom after Satterthwaite (1946).
///
/// Training runs of unlike tasks share no random numbers that matter, so their errors are taken to be
/// independent; the false-alarm rate of the gate is measured with correlated ones as well.
struct OverallChange {
  /// ln of how many times worse.
  let estimate: Double
  /// Of the estimate.
  let variance: Double
  /// 0 when a task says nothing of the spread.
  let degreesOfFreedom: Double
  /// The estimate of each task.
  let taskEstimates: [Double]
  let isIdentical: Bool
  /// The pairs or runs of the task with the fewest.
  let count: Int

  init?(parts: [ModeratedChange]) {
    guard !parts.isEmpty else { return nil }
    taskEstimates = parts.map(\.change.estimate)
    estimate = Observations(taskEstimates).mean
    isIdentical = parts.allSatisfy(\.change.isIdentical)
    count = parts.map { min($0.change.ours.count, $0.change.theirs.count) }.min() ?? 0
    // Bit-identical tasks add nothing to the error, whatever their degrees of freedom.
    let uncertain = parts.filter { !$0.change.isIdentical }
    let terms = uncertain.map { $0.variance * $0.change.errorScale }
    let sum = terms.reduce(0, +)
    variance = sum / Double(parts.count * parts.count)
    guard uncertain.allSatisfy({ $0.degreesOfFreedom > 0 }), !uncertain.isEmpty else {
      degreesOfFreedom = 0
      return
    }
    let fourth = zip(terms, uncertain).reduce(0) { $0 + $1.0 * $1.0 / $1.1.degreesOfFreedom }
    degreesOfFreedom = sum > 0 && fourth > 0 ? sum * sum / fourth : .infinity
  }

  /// The changes of the drafts, spreads moderated over all of their tasks together.
  static func moderated(_ drafts: [OverallDraft]) -> [OverallChange?] {
    var all = ModeratedChange.moderated(drafts.flatMap { $0.parts.map(\.change) })[...]
    return drafts.map { draft in
      let own = all.prefix(draft.parts.count)
      all = all.dropFirst(draft.parts.count)
      return OverallChange(parts: Array(own))
    }
  }

  var interval: ConfidenceInterval? {
    if isIdentical {
      return ConfidenceInterval(estimate: 0, lower: 0, upper: 0, level: 0.95, count: count)
    }
    guard degreesOfFreedom > 0 else { return nil }
    let half = Student.quantile(0.975, degrees: degreesOfFreedom) * variance.squareRoot()
    return ConfidenceInterval(
      estimate: estimate, lower: estimate - half, upper: estimate + half, level: 0.95, count: count)
  }

  /// nil when nothing changed at all: the answer is known.
  var pValue: Double? {
    guard !isIdentical, degreesOfFreedom > 0 else { return nil }
    if estimate == 0 { return 1 }
    return Student.twoSidedTail(estimate / variance.squareRoot(), degrees: degreesOfFreedom)
  }
}
