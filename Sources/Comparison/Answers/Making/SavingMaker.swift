import Experiment
import Foundation
import Statistics

/// What the models of a task save against a reference.
struct SavingMaker {
  let runs: TaskRuns
  let quality: Quantity
  let scale: QualityScale
  let reference: String
  let cost: Quantity
  /// The variants of the reference that make its curve, beside its own setting.
  let settings: [String]

  init(
    runs: TaskRuns, quality: Quantity, scale: QualityScale, reference: String, cost: Quantity,
    family: String
  ) {
    self.runs = runs
    self.quality = quality
    self.scale = scale
    self.reference = reference
    self.cost = cost
    settings = runs.variants(of: reference, cost, family: family)
  }

  func saving(of model: String) -> MethodSaving {
    let pair = GroupChange(runs: runs, first: [model], second: [reference])
    let comparison = comparison(of: model)
    return MethodSaving(
      model: model, quality: mean(model, quality), cost: mean(model, cost),
      qualityChange: pair.answer(quality, scale: scale.scale),
      costRatio: pair.answer(cost, scale: .ratio),
      costAtEqualQuality: ratio(comparison),
      training: pair.answer(CostQuantities.training, scale: .ratio),
      prediction: pair.answer(CostQuantities.prediction, scale: .ratio),
      predictionAtEqualQuality: ratio(comparison.flatMap { timed($0, model) }),
      gainOverSettings: gain(comparison))
  }

  /// The mean over the seeds of a model; nil when one has no value.
  func mean(_ model: String, _ quantity: Quantity) -> Interval? {
    guard case .success(let values) = runs.values(model, quantity, at: runs.seeds(model)) else {
      return nil
    }
    return Interval.mean(of: values)
  }

  private typealias Found = Result<SettingComparison, TaskRuns.Lack>

  /// The ratio of the costs of two groups of models when each is brought to its quality along the
  /// reference's curve.
  func costAtEqualQuality(of first: [String], against second: [String]) -> Answer {
    guard !first.isEmpty, !second.isEmpty else { return .missing("not run") }
    let seeds = runs.seeds(common: first + second + [reference])
    let found = means(of: first, at: seeds).flatMap { ours in
      comparison(of: ours, at: seeds).flatMap { comparison in
        means(of: second, at: seeds).map { comparison.logCostRatio(against: $0) }
      }
    }
    return answer(found) { log in min(exp(log), .greatestFiniteMagnitude) }
  }

  /// The means over a group, seed by seed.
  private func means(
    of models: [String], at seeds: [Int]
  ) -> Result<[SettingCurve.Point], TaskRuns.Lack> {
    var all: [[SettingCurve.Point]] = []
    for model in models {
      switch points(model, "", at: seeds) {
      case .failure(let lack): return .failure(lack)
      case .success(let points): all.append(points)
      }
    }
    let count = Double(models.count)
    return .success(
      seeds.indices.map { place in
        SettingCurve.Point(
          logCost: all.reduce(0) { $0 + $1[place].logCost } / count,
          quality: all.reduce(0) { $0 + $1[place].quality } / count)
      })
  }

  /// The model beside the reference's curve, over the seeds that both were given; settings that lack a
  /// number at one of them are left out of the curve.
  private func comparison(of model: String) -> Found {
    let seeds = runs.seeds(common: [model, reference])
    return points(model, "", at: seeds).flatMap { comparison(of: $0, at: seeds) }
  }

  private func comparison(of method: [SettingCurve.Point], at seeds: [Int]) -> Found {
    // The own setting comes first.
    let curve = ([""] + settings.map { "@\($0)" }).compactMap {
      try? points(reference, $0, at: seeds).get()
    }
    return curve.count < 2
      ? .failure(TaskRuns.Lack("the reference has no other settings"))
      : .success(SettingComparison(settings: curve, method: method))
  }

  private func points(
    _ model: String, _ variant: String, at seeds: [Int]
  ) -> Result<[SettingCurve.Point], TaskRuns.Lack> {
    runs.positive(model, cost.variant(variant), at: seeds).flatMap { costs in
      let quality = quality.variant(variant)
      let found =
        scale.scale == .ratio
        ? runs.positive(model, quality, at: seeds) : runs.values(model, quality, at: seeds)
      return found.map { qualities in
        zip(costs, qualities).map {
          SettingCurve.Point(logCost: log($0), quality: scale.goodness($1))
        }
      }
    }
  }

  /// The same comparison with times for costs: the reference's time at another setting is taken to go
  /// with its cost, so that ln(time / time of the reference) + ln(cost of the reference) stands for the
  /// model's cost.
  private func timed(_ comparison: SettingComparison, _ model: String) -> Found {
    let seeds = runs.seeds(common: [model, reference])
    return runs.positive(model, CostQuantities.prediction, at: seeds).flatMap { ours in
      runs.positive(reference, CostQuantities.prediction, at: seeds).map { theirs in
        let method = comparison.method.indices.map { place in
          SettingCurve.Point(
            logCost: log(ours[place] / theirs[place]) + comparison.settings[0][place].logCost,
            quality: comparison.method[place].quality)
        }
        return SettingComparison(settings: comparison.settings, method: method)
      }
    }
  }

  private func ratio(_ found: Found) -> Answer {
    answer(found.map { $0.logCostRatio() }) { log in min(exp(log), .greatestFiniteMagnitude) }
  }

  private func gain(_ found: Found) -> Answer {
    answer(found.map { $0.qualityGain() }, scale.change)
  }

  /// A finding with its numbers changed by a monotone function.
  private func answer(
    _ found: Result<SettingComparison.Finding, TaskRuns.Lack>, _ change: (Double) -> Double
  ) -> Answer {
    switch found {
    case .failure(let lack): return .missing(lack.reason)
    case .success(.noCurve): return .missing("the reference's settings cost the same")
    case .success(.below): return .notReached(.below)
    case .success(.above): return .notReached(.above)
    case .success(.point(let number)):
      return .uncertain(change(number), "the curve ends near here")
    case .success(.interval(let interval)):
      let ends = [change(interval.lower), change(interval.upper)].sorted()
      return .known(
        Interval(
          estimate: change(interval.estimate), lower: ends[0], upper: ends[1],
          count: interval.count))
    }
  }
}
