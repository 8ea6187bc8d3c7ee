import Experiment

/// The standings of everything in the stored baselines, profiles apart.
public struct Leaderboard: Codable, Sendable, Equatable {
  /// One suite at one profile.
  public struct Section: Codable, Sendable, Equatable {
    /// The suite.
    public var suite: SuiteDescription
    /// The profile.
    public var profile: Profile
    /// The baseline that it comes from.
    public var baseline: String
    /// One summary for each task and primary quantity, in the suite's order.
    public var summaries: [TaskSummary]
    /// Mean rank by model over all summaries, best first.
    public var meanRanks: [ModelRank]

    /// A section.
    public init(
      suite: SuiteDescription, profile: Profile, baseline: String, summaries: [TaskSummary],
      meanRanks: [ModelRank]
    ) {
      self.suite = suite
      self.profile = profile
      self.baseline = baseline
      self.summaries = summaries
      self.meanRanks = meanRanks
    }
  }

  /// A model's mean rank.
  public struct ModelRank: Codable, Sendable, Equatable {
    /// The model's id.
    public var model: String
    /// The mean over all summaries in which it has a value.
    public var meanRank: Double
    /// In how many summaries it has none.
    public var missing: Int

    /// A mean rank.
    public init(model: String, meanRank: Double, missing: Int) {
      self.model = model
      self.meanRank = meanRank
      self.missing = missing
    }
  }

  /// What a paper reports on whole evaluations, apart from everything that was measured.
  public struct Published: Codable, Sendable, Equatable {
    /// The baseline that it comes from, as in `published/cfdbench`.
    public var baseline: String
    /// The heading.
    public var title: String
    /// The paper.
    public var reference: String
    /// Its values, each once, in the order of the baseline.
    public var values: [PublishedValue]

    /// A paper's values.
    public init(baseline: String, title: String, reference: String, values: [PublishedValue]) {
      self.baseline = baseline
      self.title = title
      self.reference = reference
      self.values = values
    }
  }

  /// Sections sorted by suite and profile.
  public var sections: [Section]
  /// What papers report, sorted by baseline.
  public var published: [Published]

  /// A leaderboard.
  public init(sections: [Section], published: [Published] = []) {
    self.sections = sections
    self.published = published
  }
}
