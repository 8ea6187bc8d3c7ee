import Experiment
import Statistics

/// Compares results with a baseline over tasks and seeds, and says in words what it found.
public struct Comparer: Sendable {
  /// Which rows a comparison has.
  public enum Scope: Sendable {
    /// All that the baseline has: what was not run here is missing, which is a regression.
    case wholeBaseline
    /// Only what was run here.
    case onlyRun
  }

  /// The relative change that is called equivalent, as in 0.05.
  public let margin: Double
  /// The same for costs; nil when costs are shown but not judged.
  public let costMargin: Double?
  /// How p-values are corrected for the number of rows.
  public let correction: Correction
  /// Which rows a comparison has.
  public let scope: Scope
  /// The baseline's name of a model by our name, where the two differ.
  public let baselineNames: [String: String]

  /// A comparer.
  /// - Throws: `AssayError` (bad input) when a margin is not a finite number from 0.
  public init(
    margin: Double = 0.05, costMargin: Double? = 0.25, correction: Correction = .holm,
    scope: Scope = .wholeBaseline, baselineNames: [String: String] = [:]
  ) throws {
    for (name, value) in [("margin", margin), ("cost margin", costMargin ?? 0)] {
      guard value.isFinite, value >= 0 else {
        throw AssayError(
          .badInput, where: name, found: "\(value)", expected: "a relative change from 0",
          remedy: "give 0.05 for five per cent")
      }
    }
    self.margin = margin
    self.costMargin = costMargin
    self.correction = correction
    self.scope = scope
    self.baselineNames = baselineNames
  }

  /// A comparison of `frame` with a stored baseline at the baseline's own profile.
  /// - Throws: `AssayError` (bad input) when there is nothing to compare.
  public func compare(_ frame: ResultFrame, against baseline: Baseline) throws -> ComparisonReport {
    var report = try compare(
      frame, against: baseline.frame, named: baseline.id, profile: baseline.profile)
    let learnt = Dictionary(
      baseline.tolerances.map {
        (Learnt(names: [$0.suite, $0.task, $0.model], quantity: $0.quantity), $0.tolerance)
      }
    ) { first, _ in first }
    for place in report.rows.indices {
      let row = report.rows[place]
      let key = Learnt(names: [row.suite, row.task, row.baselineModel], quantity: row.quantity)
      report.rows[place].evidence?.tolerance = learnt[key] ?? nil
    }
    return report
  }

  private struct Learnt: Hashable {
    let names: [String]
    let quantity: Quantity
  }

  /// A comparison of `frame` with another frame at one profile: each model with its own earlier
  /// result.
  ///
  /// - A row pairs the two sides over their common seeds; with fewer than two of these the runs of both
  ///   sides are set against each other unpaired. Where one of the seeds has no value the row is
  ///   `missing`: survivors alone are never averaged.
  /// - Quantities that are always positive are compared by the geometric mean of ratios, others by the
  ///   mean difference; both with a Student t 95 % interval whose spread is moderated over all rows
  ///   (Smyth 2004), without which three seeds could decide next to nothing.
  /// - Bit-identical values are equivalent. Otherwise: interval inside the margin, equivalent; all of
  ///   it beyond the margin and p < 0.05 after correction over all rows whose numbers changed and
  ///   over the overall rows, worse or better by the metric's direction; anything else undecided.
  /// - The margin is [1 / (1 + m), 1 + m] for ratios and ± m times the mean size of the values of both
  ///   sides for differences, so that swapping the sides swaps better and worse.
  /// - What the two sides do not understand alike (a metric of another version, other data, another
  ///   task under the same name) is left out and listed.
  /// - Throws: `AssayError` (bad input) when there is nothing to compare.
  public func compare(
    _ frame: ResultFrame, against baseline: ResultFrame, named name: String, profile: Profile
  ) throws -> ComparisonReport {
    let sides = Sides(frame, baseline, profile: profile, name: name)
    return try report(of: drafts(of: sides), sides: sides, rivalsDiffer: false)
  }

  /// The rows before their verdicts: each model with its own earlier result.
  func drafts(of sides: Sides) -> [RowDraft] {
    sides.questions().flatMap { question in
      modelPairs(sides: sides, question: question).map { own, other in
        sides.draft(question, model: own, baselineModel: other)
      }
    }
  }

  /// The judge of comparable rows.
  func judge(of drafts: [RowDraft], rivalsDiffer: Bool = false) -> Judge {
    Judge(
      margin: margin, correction: correction, drafts: drafts,
      overall: OverallDraft.make(of: drafts, rivalsDiffer: rivalsDiffer))
  }

  /// A comparison of a model that the baseline lacks with the baseline's own models.
  /// - Throws: `AssayError` (bad input) when the model has no cell, or there is nothing to compare.
  public func compareNew(
    model: String, in frame: ResultFrame, against baseline: ResultFrame, named name: String,
    profile: Profile, rivals: Rivals = .best
  ) throws -> ComparisonReport {
    let sides = Sides(frame, baseline, profile: profile, name: name)
    try sides.requireOwn(model: model)
    let questions = sides.questions().filter {
      !sides.ours.seeds(suite: $0.suite.id, task: $0.task, model: model).isEmpty
    }
    let drafts = questions.flatMap { question in
      sides.rivals(rivals, of: question).map {
        sides.draft(question, model: model, baselineModel: $0)
      }
    }
    return try report(of: drafts, sides: sides, rivalsDiffer: rivals == .best)
  }

  /// Our models in order with their names in the baseline, then, over the whole baseline, those that
  /// we did not run.
  private func modelPairs(sides: Sides, question: Question) -> [(own: String, other: String)] {
    let own = sides.ours.models(of: question.suite, task: question.task)
    let pairs = own.map { (own: $0, other: baselineNames[$0] ?? $0) }
    guard scope == .wholeBaseline else { return pairs }
    let met = Set(pairs.map(\.other))
    let absent = sides.theirs.models(of: question.suite, task: question.task)
      .filter { !met.contains($0) }
    return pairs + absent.map { (own: ownName(of: $0), other: $0) }
  }

  private func ownName(of other: String) -> String {
    baselineNames.filter { $0.value == other }.keys.min() ?? other
  }

  private func report(of drafts: [RowDraft], sides: Sides, rivalsDiffer: Bool) throws
    -> ComparisonReport
  {
    let incomparable = sides.comparability.parts + IncomparablePart.merged(drafts)
    let kept = drafts.filter { $0.clash == nil }
    guard kept.contains(where: \.isShared) else { throw sides.nothingToCompare(incomparable) }
    let judge = judge(of: kept, rivalsDiffer: rivalsDiffer)
    let costs = CostJudge(sides: sides, margin: costMargin, correction: correction)
    return ComparisonReport(
      baseline: sides.name, profile: sides.profile, margin: margin, rows: judge.rows,
      overall: judge.overall, costs: costs.rows(for: kept), incomparable: incomparable,
      methods: judge.methods)
  }
}
