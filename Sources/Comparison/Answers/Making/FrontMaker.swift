import Experiment
import Foundation
import Statistics

/// Sets groups of models beside each other at the same quality, each along its own curve over its settings:
/// the one that it was trained with and its variants.
struct FrontMaker {
  let runs: TaskRuns
  let quality: Quantity
  let scale: QualityScale
  let cost: Quantity
  /// The family of the variants.
  let family: String

  /// What is counted.
  enum Counting {
    /// The cost.
    case cost
    /// The time of a prediction, of other settings as if it went with the cost.
    case time
  }

  /// The ratio of the costs of two groups, means over the models of a group at each setting.
  func answer(_ first: [String], against second: [String], in counting: Counting = .cost)
    -> FrontAnswer
  {
    guard !first.isEmpty, !second.isEmpty else { return FrontAnswer(ratio: .missing("not run")) }
    let seeds = runs.seeds(common: first + second)
    let found = front(of: first, at: seeds, counting).flatMap { ours in
      front(of: second, at: seeds, counting).map { theirs in
        FrontComparison(ours, against: theirs, margin: QualityScale.margin).finding()
      }
    }
    switch found {
    case .failure(let lack): return FrontAnswer(ratio: .missing(lack.reason))
    case .success(let finding): return answer(finding)
    }
  }

  private func answer(_ finding: FrontComparison.Finding) -> FrontAnswer {
    let bound: FrontAnswer.Bound =
      switch (finding.isFirstCheapest, finding.isSecondCheapest) {
      case (false, false): .none
      case (true, false): .atMost
      case (false, true): .atLeast
      case (true, true): .cheapest
      }
    let ratio: Answer =
      finding.interval.map { .known(Interval(ratioOf: $0)) }
      ?? .uncertain(Interval.ratio(ofLogarithm: finding.logCostRatio), "one seed")
    return FrontAnswer(ratio: ratio, quality: scale.quality(finding.quality), bound: bound)
  }

  private typealias Settings = [[SettingCurve.Point]]

  /// The settings of a group, each with a point a seed; those that a model or a seed lacks are left out,
  /// but not the own one.
  private func front(
    of models: [String], at seeds: [Int], _ counting: Counting
  ) -> Result<Settings, TaskRuns.Lack> {
    let names = models.map { runs.variants(of: $0, cost, family: family) }
    let shared = names[0].filter { name in names.allSatisfy { $0.contains(name) } }
    return points(of: models, "", at: seeds, counting).map { own in
      [own]
        + shared.compactMap { try? points(of: models, "@\($0)", at: seeds, counting).get() }
    }
  }

  /// The means over a group at one setting, seed by seed.
  private func points(
    of models: [String], _ variant: String, at seeds: [Int], _ counting: Counting
  ) -> Result<[SettingCurve.Point], TaskRuns.Lack> {
    var byModel: [[SettingCurve.Point]] = []
    for model in models {
      switch points(model, variant, at: seeds, counting) {
      case .failure(let lack): return .failure(lack)
      case .success(let points): byModel.append(points)
      }
    }
    return .success(
      seeds.indices.map { seed in SettingCurve.Point(meanOf: byModel.map { $0[seed] }) })
  }

  private func points(
    _ model: String, _ variant: String, at seeds: [Int], _ counting: Counting
  ) -> Result<[SettingCurve.Point], TaskRuns.Lack> {
    runs.points(model, cost: cost.variant(variant), quality.variant(variant), scale, at: seeds)
      .flatMap { points in
        counting == .cost
          ? .success(points)
          : secondsPerCost(model, at: seeds).map { shifts in
            zip(points, shifts).map {
              SettingCurve.Point(logCost: $0.logCost + $1, quality: $0.quality)
            }
          }
      }
  }

  /// ln(time of a prediction / cost) at the own setting, the only one whose time was measured.
  private func secondsPerCost(
    _ model: String, at seeds: [Int]
  ) -> Result<[Double], TaskRuns.Lack> {
    runs.positive(model, CostQuantities.prediction, at: seeds).flatMap { times in
      runs.positive(model, cost, at: seeds).map { costs in
        zip(times, costs).map { log($0 / $1) }
      }
    }
  }
}
