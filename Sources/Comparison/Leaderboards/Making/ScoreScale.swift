import Experiment
import Statistics

/// Puts the values of a section's models on scales on which larger is better.
struct ScoreScale {
  /// Models whose error is that of "nothing changes", by which others are divided.
  private static let persistence = ["identity", "persistence"]
  /// The score of the reference itself.
  static let target = 1.0

  let summaries: [TaskSummary]
  let models: [String]
  private let reference: String?
  /// The value of score 1 in each summary; nil where values may be zero or negative.
  private let units: [Double?]

  init(_ summaries: [TaskSummary], models: [String], metrics: [String: MetricDefinition]) {
    self.summaries = summaries
    self.models = models
    let isRatio = summaries.map { summary in
      guard let definition = metrics[summary.quantity.metric] else { return false }
      let values = summary.standings.flatMap { $0.seeds.compactMap(\.number) }
      return ChangeScale.fitting(definition, values: values) == .ratio && !values.isEmpty
    }
    func mean(_ model: String, _ summary: TaskSummary) -> Double? {
      guard let standing = summary.standings.first(where: { $0.model == model }),
        standing.seeds.allSatisfy({ $0.number != nil })
      else { return nil }
      return standing.interval?.estimate
    }
    reference = ScoreScale.persistence.first { model in
      zip(summaries, isRatio).allSatisfy { !$1 || mean(model, $0) != nil }
    }
    let chosen = reference
    units = zip(summaries, isRatio).map { summary, isRatio in
      guard isRatio else { return nil }
      if let chosen { return mean(chosen, summary) }
      let means = summary.standings.compactMap { mean($0.model, summary) }
      return means.isEmpty ? nil : Observations(means).median
    }
  }

  /// The rule of `scores`; nil when no summary has ratios.
  var normalisation: Normalisation? {
    let count = units.count { $0 != nil }
    guard count > 0 else { return nil }
    let left = units.count - count
    let omission =
      left == 0
      ? "" : " \(left) \(left == 1 ? "quantity" : "quantities") without a ratio scale are left out."
    return Normalisation(
      reference: reference, target: ScoreScale.target, summaries: count,
      sentence: "A score is the error of \(reference.map { "'\($0)'" } ?? "the median model") over "
        + "the model's own on the same task and quantity (inverted where larger is better): 1 is as "
        + "good, 2 is half the error. A missing value scores 0. The optimality gap is the mean of "
        + "max(0, 1 - score).\(omission)")
  }

  /// Normalised scores, task by task; nil when no summary has ratios.
  func scores(of model: String) -> TaskScores? {
    TaskScores(
      tasks: zip(summaries, units).compactMap { summary, unit in
        unit.map { unit in
          values(of: model, in: summary).map { value in
            value.map { summary.direction == .lower ? unit / $0 : $0 / unit } ?? 0
          }
        }
      })
  }

  /// Values signed so that larger is better; a run without a value loses against any that has one.
  func signed(of model: String) -> TaskScores? {
    TaskScores(
      tasks: summaries.map { summary in
        values(of: model, in: summary).map { value in
          value.map { summary.direction == .lower ? -$0 : $0 } ?? -Double.greatestFiniteMagnitude
        }
      })
  }

  /// How many scores of a model are missing.
  func missing(of model: String) -> Int {
    zip(summaries, units).reduce(0) { sum, entry in
      entry.1 == nil ? sum : sum + values(of: model, in: entry.0).count { $0 == nil }
    }
  }

  /// By seed; one missing value for a model that was not run.
  private func values(of model: String, in summary: TaskSummary) -> [Double?] {
    let seeds = summary.standings.first { $0.model == model }?.seeds.map(\.number) ?? []
    return seeds.isEmpty ? [nil] : seeds
  }
}
