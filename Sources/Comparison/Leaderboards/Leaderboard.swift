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
    /// How the aggregates were put on one scale; nil when no quantity can be.
    public var normalisation: Normalisation?
    /// Normalised scores over all tasks: complete models first, each by interquartile mean.
    public var aggregates: [ModelAggregate]
    /// Every ordered pair of models that both have values, in the order of `meanRanks`.
    public var improvements: [PairwiseImprovement]
    /// Which models cannot be told apart over all tasks; nil below two models or two summaries.
    public var criticalGroups: CriticalGroups?
    /// Who wins when one task is left out.
    public var stability: WinnerStability
    /// What has no value, and why.
    public var missing: [MissingEntry]
    /// The machine and the cells behind the numbers.
    public var provenance: SectionProvenance

    /// A section.
    public init(
      suite: SuiteDescription, profile: Profile, baseline: String, summaries: [TaskSummary],
      meanRanks: [ModelRank], normalisation: Normalisation? = nil,
      aggregates: [ModelAggregate] = [], improvements: [PairwiseImprovement] = [],
      criticalGroups: CriticalGroups? = nil,
      stability: WinnerStability = WinnerStability(winners: [], omissions: []),
      missing: [MissingEntry] = [], provenance: SectionProvenance = SectionProvenance()
    ) {
      self.suite = suite
      self.profile = profile
      self.baseline = baseline
      self.summaries = summaries
      self.meanRanks = meanRanks
      self.normalisation = normalisation
      self.aggregates = aggregates
      self.improvements = improvements
      self.criticalGroups = criticalGroups
      self.stability = stability
      self.missing = missing
      self.provenance = provenance
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
    /// The mean rank with its 95 % interval over seeds, the tasks held fixed; nil with one seed.
    public var rankInterval: Interval?
    /// The share of the other models that it beats, ties counted half, averaged over all summaries;
    /// a summary without its value is one in which it beats nobody.
    public var winRate: Double?
    /// In how many summaries its rank is 1.
    public var wins: Int

    /// A mean rank.
    public init(
      model: String, meanRank: Double, missing: Int, rankInterval: Interval? = nil,
      winRate: Double? = nil, wins: Int = 0
    ) {
      self.model = model
      self.meanRank = meanRank
      self.missing = missing
      self.rankInterval = rankInterval
      self.winRate = winRate
      self.wins = wins
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
