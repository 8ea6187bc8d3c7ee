import Experiment
import Tensors

/// A task with its cases in memory.
struct PreparedFlow: PreparedTask {
  let role: Role
  let training: TrainingSet
  let samples: FlowSamples
  let split: CaseSplit
  private let isGenerated: Bool

  /// - Throws: `AssayError` (bad input) when there are too few cases or frames.
  init(series: [FlowSeries], rules: FlowProtocol, size: Int, isGenerated: Bool) throws {
    self.isGenerated = isGenerated
    let layout = FlowLayout(problem: rules.problem, scoring: rules.scoring, size: size)
    samples = FlowSamples(
      trajectories: rules.ordered(series).map(layout.trajectory), layout: layout, rules: rules)
    split = try rules.split(samples.trajectories.map(\.parameters))
    let fitted = samples.samples(of: split.training)
    let validated = samples.samples(of: split.validation)
    guard !fitted.isEmpty else {
      throw AssayError(
        .badInput, where: "task cfd-bench",
        found: "no pair of frames \(rules.frameStride) apart in \(split.training.count) cases",
        expected: "cases to learn from",
        remedy: "lower pairs.stride or pairs.steadyThreshold, or raise frames")
    }
    training = TrainingSet(
      inputs: samples.inputs(fitted), targets: samples.targets(fitted),
      validationInputs: samples.inputs(validated), validationTargets: samples.targets(validated))
    role = samples.role
  }

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    let forecaster = FlowForecaster(model: model, samples: samples)
    var sheet = ScoreSheet(metrics: metrics)
    let single = try SampleForecast(samples.samples(of: split.test), by: forecaster)
    addSingle(single, to: &sheet)
    let rollout = try FlowRollout(split.test, by: forecaster)
    addRollout(rollout, to: &sheet)
    if samples.rules.scoring == .corrected {
      // D1 and D7 on the same predictions: each against the frame before, u alone.
      let shifted = rollout.cases.indices.flatMap {
        rollout.outcomes(
          row: $0, samples.trajectories, by: scorer(.maskedHorizontal),
          late: samples.rules.frameStride)
      }
      sheet.add(shifted, of: .series, evaluation: "rollout-as-published")
      for (evaluation, outcomes) in CourseScores(rollout: rollout, samples: samples).outcomes {
        sheet.add(outcomes, of: .series, evaluation: evaluation)
        sheet.addSamples(outcomes.map { [$0] }, of: .series, evaluation: evaluation)
      }
    }
    let snapshots = FlowSnapshots(rollout, samples)
    return Evaluation(
      measurements: sheet.measurements + costs(rollout, of: snapshots.shown),
      curves: sheet.curves,
      snapshots: snapshots.single(single) + snapshots.steps())
  }

  /// What frames cost beside the solver, on the median case; of generated data alone, since an import's
  /// trajectories are another solver's.
  private func costs(_ rollout: FlowRollout, of shown: ShownCases) -> [Measurement] {
    guard isGenerated, samples.rules.scoring == .corrected, let median = shown.entries.first else {
      return []
    }
    return SolverComparison(rollout: rollout, samples: samples).measurements(row: median.row)
  }

  /// The case and the Reynolds number of each sample: samples of one case are not independent, which
  /// paired statistics must know.
  private func addFacts(_ cases: [Int], evaluation: String, to sheet: inout ScoreSheet) {
    sheet.addFacts("case", cases.map(Double.init), evaluation: evaluation)
    sheet.addFacts(
      "reynolds-number", cases.map { samples.trajectories[$0].parameters.reynoldsNumber },
      evaluation: evaluation)
  }

  private func scorer(_ view: FieldView) -> FieldScorer {
    FieldScorer(view: view, layout: samples.layout, rules: samples.rules)
  }

  private func addSingle(_ forecast: SampleForecast, to sheet: inout ScoreSheet) {
    let name = samples.rules.track == .autoregressive ? "one-step" : "frames"
    let isPublished = samples.rules.scoring == .published
    // Test batches of one in both protocols: the mean of per-frame values.
    let both = forecast.outcomes(
      samples.trajectories, by: scorer(isPublished ? .masked : .fluid))
    sheet.add(both, evaluation: name)
    sheet.addSamples(both.map { [$0] }, evaluation: name)
    addFacts(forecast.samples.map(\.trajectory), evaluation: name, to: &sheet)
    guard isPublished else {
      // What the corrections change, on the same predictions: u alone, times the mask, over the whole
      // grid (D7).
      let theirs = forecast.outcomes(samples.trajectories, by: scorer(.maskedHorizontal))
      return sheet.add(theirs, of: .series, evaluation: "\(name)-as-published")
    }
    // D7: the point-wise models and the identity are scored on u alone, added cells included.
    let horizontal = forecast.outcomes(samples.trajectories, by: scorer(.horizontal))
    sheet.add(horizontal, evaluation: "\(name)-u")
    sheet.addSamples(horizontal.map { [$0] }, evaluation: "\(name)-u")
  }

  private func addRollout(_ rollout: FlowRollout, to sheet: inout ScoreSheet) {
    // D7: the published multi-step test scores u alone.
    let view: FieldView = samples.rules.scoring == .published ? .maskedHorizontal : .fluid
    let byCase = rollout.cases.indices.map {
      rollout.outcomes(row: $0, samples.trajectories, by: scorer(view))
    }
    sheet.add(byCase.flatMap(\.self), evaluation: "rollout")
    for step in 1...samples.rules.rolloutSteps {
      let outcomes = byCase.compactMap { $0.count >= step ? $0[step - 1] : nil }
      guard !outcomes.isEmpty else { break }
      sheet.add(outcomes, evaluation: "rollout", position: step)
    }
    let whole = byCase.filter { !$0.isEmpty }.map(ScoredOutcome.joined)
    sheet.add(whole, of: .trajectories, evaluation: "rollout-trajectory")
    sheet.addSamples(byCase.filter { !$0.isEmpty }, evaluation: "rollout")
    sheet.addSamples(whole.map { [$0] }, of: .trajectories, evaluation: "rollout-trajectory")
    let scored = zip(rollout.cases, byCase).filter { !$0.1.isEmpty }.map(\.0)
    for evaluation in ["rollout", "rollout-trajectory"] {
      addFacts(scored, evaluation: evaluation, to: &sheet)
    }
    for (index, outcomes) in zip(rollout.cases, byCase) {
      sheet.addSteps(outcomes, evaluation: "rollout", of: samples.trajectories[index].path)
    }
  }
}
