import Experiment
import Tensors

/// The cavity task with its cases in memory.
struct PreparedCavity: PreparedTask {
  let role: Role
  let training: TrainingSet
  /// The cases in the order that the split counts in.
  let series: [CavitySeries]
  let split: CaseSplit
  private let cavity: CavityProtocol
  private let size: Int

  init(series: [CavitySeries], protocol cavity: CavityProtocol, size: Int) throws {
    self.cavity = cavity
    self.size = size
    self.series = cavity.ordered(series)
    split = try cavity.split(self.series)
    let pairs = CavityPairs(series: self.series, size: size, scoring: cavity.scoring)
    let fitted = pairs.pairs(of: split.training, by: cavity)
    let validated = pairs.pairs(of: split.validation, by: cavity)
    training = TrainingSet(
      inputs: pairs.inputs(fitted), targets: pairs.targets(fitted),
      validationInputs: pairs.inputs(validated), validationTargets: pairs.targets(validated))
    role = Role(
      inputs: [
        .init(name: "velocity", shape: [2, size, size], unit: "m/s"),
        .init(name: "mask", shape: [1, size, size], unit: "1"),
        .init(name: "parameters", shape: [5], unit: "1"),
      ],
      outputs: [.init(name: "velocity", shape: [2, size, size], unit: "m/s")])
  }

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    let pairs = CavityPairs(series: series, size: size, scoring: cavity.scoring)
    let forecaster = CavityForecaster(model: model, pairs: pairs)
    let snapshots = CavitySnapshots(series: series, size: size)
    var sheet = ScoreSheet(metrics: metrics)
    let oneStep = try OneStepForecast(
      pairs.pairs(of: split.test, by: cavity), by: forecaster)
    addOneStep(oneStep, to: &sheet)
    let rollout = try CavityRollout(split.test, by: forecaster, following: cavity)
    addRollout(rollout, to: &sheet)
    return Evaluation(
      measurements: sheet.measurements, curves: sheet.curves,
      snapshots: snapshots.oneStep(oneStep)
        + snapshots.rollout(rollout, steps: cavity.rolloutSteps))
  }

  private func addOneStep(_ forecast: OneStepForecast, to sheet: inout ScoreSheet) {
    // Test batches of one in both protocols: the mean of per-frame values.
    let both = forecast.outcomes(series, components: .velocity)
    sheet.add(both, evaluation: "one-step")
    sheet.addSamples(both.map { [$0] }, evaluation: "one-step")
    guard cavity.scoring == .published else { return }
    // D7: the point-wise models and the identity are scored on u alone.
    let horizontal = forecast.outcomes(series, components: .horizontal)
    sheet.add(horizontal, evaluation: "one-step-u")
    sheet.addSamples(horizontal.map { [$0] }, evaluation: "one-step-u")
  }

  private func addRollout(_ rollout: CavityRollout, to sheet: inout ScoreSheet) {
    // D7: the published multi-step test scores u alone.
    let components: CavityField.Components =
      cavity.scoring == .published ? .horizontal : .velocity
    let byCase = rollout.cases.indices.map {
      rollout.outcomes(row: $0, series, following: cavity, components: components)
    }
    sheet.add(byCase.flatMap(\.self), evaluation: "rollout")
    for step in 1...cavity.rolloutSteps {
      let outcomes = byCase.compactMap { $0.count >= step ? $0[step - 1] : nil }
      guard !outcomes.isEmpty else { break }
      sheet.add(outcomes, evaluation: "rollout", position: step)
    }
    sheet.addSamples(byCase.filter { !$0.isEmpty }, evaluation: "rollout")
    for (index, outcomes) in zip(rollout.cases, byCase) {
      sheet.addSteps(outcomes, evaluation: "rollout", of: series[index].path)
    }
  }
}
