import Comparison
import Experiment
import Figures

/// Small invented results whose figures can be worked out by hand.
struct FigureFixture {
  var modelCount = 2
  var state = CellState.done
  /// What follows the names of models and the task.
  var suffix = ""
  /// From this step on seed 1 of the second model has no value.
  var brokenFrom = 99

  static let quantity = Quantity(metric: "nmse", evaluation: "rollout")

  var suite: SuiteDescription {
    func metric(_ title: String, unit: String = "1", _ direction: Direction = .lower)
      -> MetricDefinition
    {
      MetricDefinition(
        title: title, formula: "", unit: unit, direction: direction, range: "[0, ∞)", version: 1)
    }
    return SuiteDescription(
      id: "s", title: "Suite", summary: "", reference: "",
      tasks: [
        SuiteDescription.TaskEntry(
          id: "t", title: "Task\(suffix)", summary: "", primary: [Self.quantity])
      ],
      models: (0..<modelCount).map { index in
        SuiteDescription.ModelEntry(id: "m\(index)", title: "Model \(index)\(suffix)", summary: "")
      },
      metrics: [
        "nmse": metric("NMSE"), "nfe": metric("NFE"), "backward-nfe": metric("Backward NFE"),
        "divergence": metric("Divergence"),
        "correlation-time": metric("High-correlation time", unit: "frames", .higher),
      ])
  }

  var cells: [CellResult] {
    (0..<modelCount).flatMap { model in (0..<2).map { cell(model, seed: $0) } }
  }

  var frame: ResultFrame { ResultFrame(suites: [suite], runs: [], cells: cells) }

  var source: FigureSource {
    FigureSource(
      frame: frame, summaries: summaries, suite: suite, task: suite.tasks[0], profile: .quick)
  }

  /// Model m at seed s: 0.1 (m + 1) (s + 1) at step 1, and as many times more as there are steps.
  private func cell(_ model: Int, seed: Int) -> CellResult {
    let level = 0.1 * Double((model + 1) * (seed + 1))
    let identity = CellIdentity(
      suite: "s", task: "t", model: "m\(model)", seed: seed, profile: .quick)
    return CellResult(
      identity: identity, key: "k", state: state, parameterCount: 1000 * (model + 1),
      evaluation: state == .done
        ? Evaluation(
          measurements: measurements(model, seed: seed, level: level),
          curves: curves(model, level: level), snapshots: snapshots(model))
        : Evaluation(), resources: ResourceUse(peakMebibytes: Double(100 + model)))
  }

  private func measurements(_ model: Int, seed: Int, level: Double) -> [Measurement] {
    let steps = ["nmse", "divergence"].flatMap { metric in
      (1...3).map { step in
        let isMissing = model == 1 && seed == 1 && step >= brokenFrom
        return Measurement(
          metric: metric, split: "test", evaluation: "rollout", position: step,
          value: isMissing ? .missing("not finite") : .value(level * Double(step)), sampleCount: 1)
      }
    }
    let bands = ["nmse", "low-spectrum", "middle-spectrum", "high-spectrum"].enumerated().map {
      Measurement(
        metric: $1, split: "test", evaluation: "rollout", value: .value(level / Double($0 + 1)),
        sampleCount: 1)
    }
    let costs = [
      ("training-seconds", Double(10 - model)), ("frame-milliseconds", Double(1 + model)),
      ("solver-milliseconds", 4),
    ].map { name, cost in
      Measurement(
        metric: name, split: "train", evaluation: "cost", value: .value(cost), sampleCount: 1,
        kind: .cost)
    }
    return steps + bands + costs + solves(model, level: level)
  }

  private func curves(_ model: Int, level: Double) -> [Curve] {
    func samples(_ metric: String, _ values: [Double]) -> Curve {
      Curve(
        name: "\(metric)/test/rollout/samples", axis: "sample", positions: [0, 1, 2], values: values
      )
    }
    // Model 0 stays below 0.1 until step 2, all others leave at step 1; the second case ends early.
    let start = model == 0 ? 0.05 : 0.2
    return [
      Curve(name: "training-loss", axis: "step", positions: [0, 1, 2], values: [1, 0.5, level]),
      samples("nmse", [level, 2 * level, 4 * level]),
      samples("reynolds-number", [100, 1000, 100]),
      samples("correlation-time", [3, 3, Double(max(0, 3 - model))]),
      Curve(
        name: "nmse/test/rollout/case1", axis: "step", positions: [1, 2, 3],
        values: [start, 2 * start, 4 * start]),
      Curve(
        name: "nmse/test/rollout/case2", axis: "step", positions: [1, 2], values: [0.01, 0.01]),
      Curve(
        name: "calibration/u", axis: "level", positions: [0, 0.5, 1],
        values: [0, 0.5 / Double(model + 1), 1]),
    ] + solverCurves(model)
  }

  private func snapshots(_ model: Int) -> [FieldSnapshot] {
    let truth: [Float] = [0, 1, 2, 3, 4, 5]
    let guess: [Float] = [0, 1, 2, 3, 4, Float(5 + model)]
    let vectors = FieldSnapshot.Vectors(expected: truth + truth, predicted: guess + guess)
    func snapshot(_ quantity: String, course: String?) -> FieldSnapshot {
      FieldSnapshot(
        title: "case", quantity: quantity, unit: "m/s", height: 2, width: 3,
        expected: truth, predicted: guess, course: course, step: course == nil ? nil : 2,
        vectors: course == nil ? nil : vectors)
    }
    return [
      snapshot("speed", course: "case, median"), snapshot("u", course: nil),
      snapshot("v", course: nil),
    ]
  }

  var summaries: [TaskSummary] {
    let standings = (0..<modelCount).map { model -> Standing in
      let values = (0..<2).map { MeasuredValue.value(0.2 * Double((model + 1) * ($0 + 1))) }
      let level = 0.3 * Double(model + 1)
      return Standing(
        model: "m\(model)",
        interval: state == .done
          ? Interval(estimate: level, lower: level * 0.8, upper: level * 1.2, count: 2) : nil,
        seeds: state == .done ? values : [.missing("failed"), .missing("failed")],
        rank: state == .done ? model + 1 : 0, isIndistinguishableFromBest: false)
    }
    return [
      TaskSummary(
        suite: "s", task: "t", profile: .quick, quantity: Self.quantity, direction: .lower,
        standings: standings)
    ]
  }
}
