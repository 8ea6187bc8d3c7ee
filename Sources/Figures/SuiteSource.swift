import Comparison
import Experiment

/// What a figure over all tasks of a suite is made from.
public struct SuiteSource: Sendable {
  /// The suite.
  public let suite: SuiteDescription
  /// The profile.
  public let profile: Profile
  /// The cells of the suite at the profile, sorted by identity.
  public let cells: [CellResult]
  /// The standings, one for each task and primary quantity, in the suite's order.
  public let summaries: [TaskSummary]
  /// What the leaderboard makes of them; nil when it was not asked.
  public let section: Leaderboard.Section?

  /// The part of `frame` and `summaries` that concerns one suite at one profile.
  public init(
    frame: ResultFrame, summaries: [TaskSummary], suite: SuiteDescription, profile: Profile,
    section: Leaderboard.Section? = nil
  ) {
    self.suite = suite
    self.profile = profile
    self.section = section
    cells = frame.cells.filter {
      $0.identity.suite == suite.id && $0.identity.profile == profile
    }.sorted { $0.identity < $1.identity }
    self.summaries = summaries.filter { $0.suite == suite.id && $0.profile == profile }
  }

  /// What a section of a leaderboard rests on.
  public init(frame: ResultFrame, section: Leaderboard.Section) {
    self.init(
      frame: frame, summaries: section.summaries, suite: section.suite, profile: section.profile,
      section: section)
  }

  /// The place of a model in the suite, which decides its colour; after all others for a model that
  /// the suite does not have.
  func style(of model: String) -> Int {
    suite.models.firstIndex { $0.id == model } ?? suite.models.count
  }

  /// The name of a model.
  func title(of model: String) -> String {
    suite.models.first { $0.id == model }?.title ?? model
  }

  /// A model as the heading of a row or column.
  func heading(of model: String) -> MatrixPlot.Heading {
    MatrixPlot.Heading(title(of: model), style: style(of: model))
  }

  /// The models from best to worst: by the section's mean ranks, or by those of the summaries.
  var models: [String] {
    if let section { return section.meanRanks.map(\.model) }
    let ranks = Dictionary(
      grouping: summaries.flatMap(\.standings).filter { $0.rank > 0 }, by: \.model)
    return suite.models.map(\.id).filter { ranks[$0] != nil }.sorted { left, right in
      mean(ranks[left]) < mean(ranks[right])
    }
  }

  private func mean(_ standings: [Standing]?) -> Double {
    let ranks = (standings ?? []).map { Double($0.rank) }
    return ranks.reduce(0, +) / Double(max(ranks.count, 1))
  }

  /// A summary in words, as in `Cavity, lid velocity: NMSE, roll-out`.
  func title(of summary: TaskSummary) -> String {
    let task = suite.tasks.first { $0.id == summary.task }?.title ?? summary.task
    let metric = suite.metrics[summary.quantity.metric]?.title ?? summary.quantity.metric
    return "\(task): \(metric), \(summary.quantity.use)"
  }
}

extension Quantity {
  /// The evaluation in words.
  var use: String { evaluation == "rollout" ? "roll-out" : evaluation.replacing("-", with: " ") }
}
