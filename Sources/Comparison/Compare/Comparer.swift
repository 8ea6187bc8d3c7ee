import Experiment

/// Compares results with a baseline, paired over task and seed, and says in words what it found.
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
  /// Which rows a comparison has.
  public let scope: Scope
  /// The baseline's name of a model by our name, where the two differ.
  public let baselineNames: [String: String]

  /// A comparer.
  /// - Throws: `AssayError` (bad input) when the margin is not a finite number from 0.
  public init(
    margin: Double = 0.05, scope: Scope = .wholeBaseline, baselineNames: [String: String] = [:]
  ) throws {
    guard margin.isFinite, margin >= 0 else {
      throw AssayError(
        .badInput, where: "margin", found: "\(margin)", expected: "a relative change from 0",
        remedy: "give 0.05 for five per cent")
    }
    self.margin = margin
    self.scope = scope
    self.baselineNames = baselineNames
  }

  /// A comparison of `frame` with a stored baseline at the baseline's own profile.
  /// - Throws: `AssayError` (bad input) when there is nothing to compare.
  public func compare(_ frame: ResultFrame, against baseline: Baseline) throws -> ComparisonReport {
    try compare(
      frame, against: baseline.frame, named: baseline.id, profile: baseline.profile)
  }

  /// A comparison of `frame` with another frame at one profile: each model with its own earlier
  /// result.
  ///
  /// - A row pairs the two sides over their common seeds. Where one of these has no value the row is
  ///   `missing`: survivors alone are never averaged.
  /// - Quantities that are always positive are compared by the geometric mean of paired ratios, others
  ///   by the mean paired difference; both with a Student t 95 % interval.
  /// - Bit-identical values are equivalent. Otherwise: interval inside the margin, equivalent; all of
  ///   it beyond the margin and p < 0.05 after Holm's correction over all rows, worse or better by the
  ///   metric's direction; anything else, and fewer than two pairs, undecided.
  /// - The margin is [1 / (1 + m), 1 + m] for ratios and ± m times the mean size of the values of both
  ///   sides for differences, so that swapping the sides swaps better and worse.
  /// - Throws: `AssayError` (bad input) when there is nothing to compare, or when a metric was defined
  ///   otherwise when the baseline was made.
  public func compare(
    _ frame: ResultFrame, against baseline: ResultFrame, named name: String, profile: Profile
  ) throws -> ComparisonReport {
    let sides = try Sides(frame, baseline, profile: profile, name: name)
    let drafts = sides.questions().flatMap { question in
      modelPairs(sides: sides, question: question).map { own, other in
        sides.draft(question, model: own, baselineModel: other)
      }
    }
    return try report(of: drafts, sides: sides)
  }

  /// A comparison of a model that the baseline lacks with the baseline's own models.
  /// - Throws: `AssayError` (bad input) when the model has no cell, or there is nothing to compare.
  public func compareNew(
    model: String, in frame: ResultFrame, against baseline: ResultFrame, named name: String,
    profile: Profile, rivals: Rivals = .best
  ) throws -> ComparisonReport {
    let sides = try Sides(frame, baseline, profile: profile, name: name)
    try sides.requireOwn(model: model)
    let questions = sides.questions().filter {
      !sides.ours.seeds(suite: $0.suite.id, task: $0.task, model: model).isEmpty
    }
    let drafts = questions.flatMap { question in
      sides.rivals(rivals, of: question).map {
        sides.draft(question, model: model, baselineModel: $0)
      }
    }
    return try report(of: drafts, sides: sides)
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

  private func report(of drafts: [RowDraft], sides: Sides) throws -> ComparisonReport {
    guard drafts.contains(where: \.isShared) else { throw sides.nothingToCompare }
    let judge = Judge(margin: margin, drafts: drafts)
    return ComparisonReport(
      baseline: sides.name, profile: sides.profile, margin: margin, rows: judge.rows)
  }
}
