import Foundation
import Statistics

/// The mean change of a model over tasks, the tasks held fixed: the variances of the tasks add up, each
/// moderated over all models and tasks, with degrees of freedom after Satterthwaite (1946).
///
/// The errors of a seed on unlike tasks may have something in common. How much more the seeds' means
/// over all tasks scatter than independent errors would is estimated once, over all models, and
/// every variance is multiplied by that, if it is more than 1.
struct OverallChange {
  /// ln of how many times worse.
  let estimate: Double
  /// Of the estimate.
  private(set) var variance: Double
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
    var changes = drafts.map { draft in
      let own = all.prefix(draft.parts.count)
      all = all.dropFirst(draft.parts.count)
      return OverallChange(parts: Array(own))
    }
    let factor = inflation(changes, drafts)
    for place in changes.indices where drafts[place].parts.count > 1 {
      changes[place]?.variance *= factor
    }
    return changes
  }

  /// The mean over models of the variance that the seeds' means over tasks show, over the variance of
  /// independent tasks; at least 1.
  private static func inflation(_ changes: [OverallChange?], _ drafts: [OverallDraft]) -> Double {
    let ratios = zip(changes, drafts).compactMap { change, draft -> Double? in
      guard let change, change.variance > 0, change.degreesOfFreedom > 0,
        let whole = draft.acrossTasks, whole.degreesOfFreedom > 0
      else { return nil }
      return whole.variance * whole.errorScale / change.variance
    }
    return ratios.isEmpty ? 1 : max(1, Observations(ratios).mean)
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
