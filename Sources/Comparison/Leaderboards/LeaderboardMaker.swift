import Experiment

/// Makes the leaderboard from measured baselines alone, so that it is the same on every machine.
public enum LeaderboardMaker {
  /// A section for each baseline and suite, sorted by suite, profile (quick, standard, paper) and
  /// baseline; profiles are never put into one table.
  ///
  /// Values of `papers` that stand for whole evaluations are listed apart; they rank nothing.
  public static func make(
    _ baselines: [Baseline], papers: [PublishedBaseline] = []
  ) -> Leaderboard {
    let sections = baselines.flatMap { baseline in
      baseline.frame.suites.compactMap {
        SectionMaker(suite: $0, baseline: baseline).section()
      }
    }
    return Leaderboard(
      sections: sections.sorted {
        ($0.suite.id, place(of: $0.profile), $0.baseline)
          < ($1.suite.id, place(of: $1.profile), $1.baseline)
      },
      published: papers.sorted { $0.id < $1.id }.map { paper in
        let whole = paper.matches.filter { $0.position == 0 }.map(\.value)
        return Leaderboard.Published(
          baseline: paper.id, title: paper.title, reference: paper.reference,
          values: paper.values.filter(whole.contains))
      })
  }

  private static func place(of profile: Profile) -> Int {
    Profile.allCases.firstIndex(of: profile) ?? Profile.allCases.count
  }
}
