import Comparison
import Experiment
import Figures

extension FigureFixture {
  /// All tasks of the suite, with what a leaderboard would say of them.
  var suiteSource: SuiteSource { SuiteSource(frame: frame, section: section) }

  private var section: Leaderboard.Section {
    guard state == .done else {
      return Leaderboard.Section(
        suite: suite, profile: .quick, baseline: "b", summaries: summaries, meanRanks: [])
    }
    let models = suite.models.map(\.id)
    return Leaderboard.Section(
      suite: suite, profile: .quick, baseline: "b", summaries: summaries,
      meanRanks: models.enumerated().map {
        Leaderboard.ModelRank(model: $1, meanRank: Double($0 + 1), missing: 0)
      },
      normalisation: Normalisation(
        reference: "m0", target: 1, summaries: 1, sentence: "Model 0 is the unit."),
      aggregates: models.enumerated().map { place, model in
        let score = interval(1 / Double(place + 1))
        return ModelAggregate(
          model: model, interquartileMean: score, median: score, mean: score,
          optimalityGap: interval(Double(place)), missing: 0)
      },
      improvements: models.enumerated().flatMap { place, model in
        models.enumerated().filter { $0.offset != place }.map { other, name in
          PairwiseImprovement(
            model: model, other: name, probability: interval(place < other ? 0.75 : 0.25))
        }
      },
      criticalGroups: models.count < 2
        ? nil
        : CriticalGroups(
          pValue: 0.01, difference: 0.5, models: models,
          meanRanks: models.indices.map { Double($0 + 1) }, blocks: 4,
          groups: [Array(models.suffix(2))], sentence: "Friedman's test."))
  }

  private func interval(_ centre: Double) -> Interval {
    Interval(estimate: centre, lower: centre - 0.1, upper: centre + 0.1, count: 4)
  }
}
