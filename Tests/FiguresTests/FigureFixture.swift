import Comparison
import Experiment
import Figures

/// Small invented results whose figures can be worked out by hand.
struct FigureFixture {
  var modelCount = 2
  var state = CellState.done
  /// From this step on seed 1 of the second model has no value.
  var brokenFrom = 99

  private static let quantity = Quantity(metric: "nmse", evaluation: "rollout")

  var source: FigureSource {
    let suite = SuiteDescription(
      id: "s", title: "Suite", summary: "", reference: "",
      tasks: [
        SuiteDescription.TaskEntry(id: "t", title: "Task", summary: "", primary: [Self.quantity])
      ],
      models: (0..<modelCount).map { index in
        SuiteDescription.ModelEntry(id: "m\(index)", title: "Model \(index)", summary: "")
      },
      metrics: [
        "nmse": MetricDefinition(
          title: "NMSE", formula: "", unit: "1", direction: .lower, range: "[0, ∞)", version: 1)
      ])
    let cells = (0..<modelCount).flatMap { model in (0..<2).map { cell(model, seed: $0) } }
    return FigureSource(
      frame: ResultFrame(suites: [suite], runs: [], cells: cells), summaries: summaries,
      suite: suite, task: suite.tasks[0], profile: .quick)
  }

  /// Model m at seed s: 0.1 (m + 1) (s + 1) at step 1, and as many times more as there are steps.
  private func cell(_ model: Int, seed: Int) -> CellResult {
    let level = 0.1 * Double((model + 1) * (seed + 1))
    let steps = (1...3).map { step in
      let isMissing = model == 1 && seed == 1 && step >= brokenFrom
      return Measurement(
        metric: "nmse", split: "test", evaluation: "rollout", position: step,
        value: isMissing ? .missing("not finite") : .value(level * Double(step)), sampleCount: 1)
    }
    let cost = Measurement(
      metric: "training-seconds", split: "train", evaluation: "cost",
      value: .value(Double(10 - model)), sampleCount: 1, kind: .cost)
    let loss = Curve(
      name: "training-loss", axis: "step", positions: [0, 1, 2], values: [1, 0.5, level])
    let snapshot = FieldSnapshot(
      title: "case", quantity: "speed", unit: "m/s", height: 2, width: 3,
      expected: [0, 1, 2, 3, 4, 5], predicted: [0, 1, 2, 3, 4, Float(5 + model)],
      course: "case, median", step: 2)
    let samples = [
      Curve(
        name: "nmse/test/rollout/samples", axis: "sample", positions: [0, 1, 2],
        values: [level, 2 * level, 4 * level]),
      Curve(
        name: "reynolds-number/test/rollout/samples", axis: "sample", positions: [0, 1, 2],
        values: [100, 1000, 100]),
    ]
    let identity = CellIdentity(
      suite: "s", task: "t", model: "m\(model)", seed: seed, profile: .quick)
    return CellResult(
      identity: identity, key: "k", state: state,
      evaluation: state == .done
        ? Evaluation(measurements: steps + [cost], curves: [loss] + samples, snapshots: [snapshot])
        : Evaluation())
  }

  private var summaries: [TaskSummary] {
    let standings = (0..<modelCount).map { model -> Standing in
      let values = (0..<2).map { MeasuredValue.value(0.2 * Double((model + 1) * ($0 + 1))) }
      let level = 0.3 * Double(model + 1)
      return Standing(
        model: "m\(model)",
        interval: state == .done
          ? Interval(estimate: level, lower: level * 0.8, upper: level * 1.2, count: 2) : nil,
        seeds: state == .done ? values : [.missing("failed"), .missing("failed")],
        rank: model + 1, isIndistinguishableFromBest: false)
    }
    return [
      TaskSummary(
        suite: "s", task: "t", profile: .quick, quantity: Self.quantity, direction: .lower,
        standings: standings)
    ]
  }
}
