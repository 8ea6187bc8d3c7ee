import Experiment
import Statistics

/// What the models of a task save against a reference.
struct SavingMaker {
  let reference: String
  /// The variants of the reference that make its curve, beside its own setting.
  let settings: [String]
  /// Sets models beside each other at the same quality.
  let front: FrontMaker

  init(reference: String, front: FrontMaker) {
    self.reference = reference
    self.front = front
    settings = front.runs.variants(of: reference, front.cost, family: front.family)
  }

  var runs: TaskRuns { front.runs }
  var cost: Quantity { front.cost }

  func saving(of model: String) -> MethodSaving {
    let pair = GroupChange(runs: runs, first: [model], second: [reference])
    return MethodSaving(
      model: model, quality: mean(model, front.quality), cost: mean(model, cost),
      qualityChange: pair.answer(front.quality, scale: front.scale.scale),
      costRatio: pair.answer(cost, scale: .ratio),
      costAtEqualQuality: front.answer([model], against: [reference]),
      training: pair.answer(CostQuantities.training, scale: .ratio),
      prediction: pair.answer(CostQuantities.prediction, scale: .ratio),
      predictionAtEqualQuality: front.answer([model], against: [reference], in: .time),
      gainOverSettings: gain(model))
  }

  /// The mean over the seeds of a model; nil when one has no value.
  func mean(_ model: String, _ quantity: Quantity) -> Interval? {
    guard case .success(let values) = runs.values(model, quantity, at: runs.seeds(model)) else {
      return nil
    }
    return Interval.mean(of: values)
  }

  /// The change in quality from the reference's curve at the model's cost, over the seeds that both were
  /// given; settings that lack a number at one of them are left out of the curve.
  private func gain(_ model: String) -> Answer {
    let seeds = runs.seeds(common: [model, reference])
    switch points(model, "", at: seeds) {
    case .failure(let lack): return .missing(lack.reason)
    case .success(let method):
      // The own setting comes first.
      let curve = ([""] + settings.map { "@\($0)" }).compactMap {
        try? points(reference, $0, at: seeds).get()
      }
      return curve.count < 2
        ? .missing("the reference has no other settings")
        : answer(SettingComparison(settings: curve, method: method).qualityGain())
    }
  }

  private func points(
    _ model: String, _ variant: String, at seeds: [Int]
  ) -> Result<[SettingCurve.Point], TaskRuns.Lack> {
    runs.points(
      model, cost: cost.variant(variant), front.quality.variant(variant), front.scale, at: seeds)
  }

  private func answer(_ finding: SettingComparison.Finding) -> Answer {
    switch finding {
    case .noCurve: return .missing("the reference's settings cost the same")
    case .below: return .notReached(.below)
    case .above: return .notReached(.above)
    case .point(let number):
      return .uncertain(front.scale.change(number), "the curve ends near here")
    case .interval(let interval):
      let ends = [interval.lower, interval.upper].map(front.scale.change).sorted()
      return .known(
        Interval(
          estimate: front.scale.change(interval.estimate), lower: ends[0], upper: ends[1],
          count: interval.count))
    }
  }
}
