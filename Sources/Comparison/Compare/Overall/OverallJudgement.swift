import Foundation
import Randomness
import Statistics

/// The verdict on a model over all tasks.
struct OverallJudgement {
  let draft: OverallDraft
  let change: OverallChange?
  let margin: Double
  /// After correction.
  let pValue: Double?
  let correction: Correction
  let tests: Int

  var row: OverallRow {
    OverallRow(
      suite: draft.suite, model: draft.model, baselineModel: draft.baselineModel,
      tasks: draft.parts.map(\.task), leftOut: draft.leftOut, ratio: ratio,
      resampled: resampled, pValue: pValue,
      taskPValue: taskPValue, verdict: verdict, sentence: sentence)
  }

  var verdict: Verdict {
    guard let change else { return .missing }
    if change.isIdentical { return .equivalent }
    guard let interval = change.interval else { return .undecided }
    if interval.lower >= -edge && interval.upper <= edge { return .equivalent }
    guard let pValue, pValue < Judge.level else { return .undecided }
    if interval.lower > edge { return .worse }
    return interval.upper < -edge ? .better : .undecided
  }

  private var edge: Double { log1p(margin) }

  private var ratio: Interval? {
    guard let change else { return nil }
    let point = ConfidenceInterval(
      estimate: change.estimate, lower: change.estimate, upper: change.estimate, level: 0.95,
      count: 1)
    return Interval(ratioOf: change.interval ?? point)
  }

  private static let resamples = 2_000

  /// Pairs are resampled within their tasks.
  private var resampled: Interval? {
    let changes = draft.parts.map(\.change.changes)
    guard let change, !change.isIdentical, changes.allSatisfy({ $0.count > 1 }),
      let scores = TaskScores(tasks: changes)
    else { return nil }
    let bootstrap = StratifiedBootstrap(
      resamples: Self.resamples, random: RandomStream(seed: 0).stream("comparison/overall"))
    let interval = bootstrap.aggregates(of: scores)[.mean].percentileInterval()
    return Interval(ratioOf: interval)
  }

  /// The stream is named, and never drawn from up to sixteen tasks.
  private var taskPValue: Double? {
    guard let change, change.taskEstimates.count > 1, !change.isIdentical else { return nil }
    return PairedTest.signFlip(
      change.taskEstimates, random: RandomStream(seed: 0).stream("comparison/tasks"))?.pValue
  }

  private var sentence: String {
    guard let change, let ratio else { return "no task has a ratio on both sides." }
    let tasks = "\(draft.parts.count) \(draft.parts.count == 1 ? "task" : "tasks")"
    if change.isIdentical { return "bit-identical on \(tasks)\(omission)." }
    guard change.interval != nil else {
      return "\(NumberText.short(ratio.estimate)) times the baseline's error over \(tasks)"
        + "\(omission); a single run says nothing of the spread, so no interval can be had."
    }
    let shown = "\(NumberText.interval(ratio)) times the baseline's error over \(tasks)\(omission)"
    let percent = "the margin of \(NumberText.short(margin * 100)) %"
    let chance =
      pValue.map { " (p = \(NumberText.short($0, digits: 2)) after \(correction.title))" } ?? ""
    switch verdict {
    case .better, .worse: return "\(shown)\(chance): \(verdict.rawValue) by more than \(percent)."
    case .equivalent: return "\(shown) lies within \(percent)."
    case .undecided, .missing: return "\(shown)\(chance) cannot be told from \(percent)."
    }
  }

  private var omission: String {
    draft.leftOut == 0
      ? "" : " (\(draft.leftOut) \(draft.leftOut == 1 ? "row" : "rows") left out)"
  }
}
