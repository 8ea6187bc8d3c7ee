import Experiment
import Foundation
import Randomness

/// Made-up results to time reports with; never written to a report that anybody reads.
enum SyntheticResults {
  private static let metrics = ["nmse", "mse", "mae", "skill"]
  private static let rolloutSteps = 20

  /// A frame of `tasks` x `models` x `seeds` finished cells.
  static func frame(tasks: Int, models: Int, seeds: Int) -> ResultFrame {
    let quantities = ["one-step", "rollout"].map { Quantity(metric: "nmse", evaluation: $0) }
    let definition = MetricDefinition(
      title: "NMSE", formula: "synthetic", unit: "1", direction: .lower, range: "[0, ∞)", version: 1
    )
    let suite = SuiteDescription(
      id: "synthetic", title: "Synthetic", summary: "Made-up results.", reference: "none",
      tasks: (0..<tasks).map {
        .init(id: "task-\($0)", title: "Task \($0)", summary: "Made up.", primary: quantities)
      },
      models: (0..<models).map {
        .init(id: "model-\($0)", title: "Model \($0)", summary: "Made up.")
      },
      metrics: Dictionary(uniqueKeysWithValues: metrics.map { ($0, definition) }))
    let cells = (0..<tasks).flatMap { task in
      (0..<models).flatMap { model in (0..<seeds).map { cell(task: task, model: model, seed: $0) } }
    }
    let run = RunRecord(
      id: "synthetic", command: [], started: "2026-01-01T00:00:00Z",
      environment: EnvironmentRecord())
    return ResultFrame(suites: [suite], runs: [run], cells: cells)
  }

  private static func cell(task: Int, model: Int, seed: Int) -> CellResult {
    var random = RandomStream(seed: UInt64(seed)).stream("task \(task)").stream("model \(model)")
    let level = Double(model + 1) * 0.01
    let measurements = metrics.flatMap { metric -> [Experiment.Measurement] in
      (0...rolloutSteps).map { position in
        let value = level * Double(position + 1) * (0.9 + 0.2 * random.uniform())
        return Experiment.Measurement(
          metric: metric, split: "test", evaluation: "rollout", position: position,
          value: .value(value), sampleCount: 40)
      } + [
        Experiment.Measurement(
          metric: metric, split: "test", evaluation: "one-step",
          value: .value(level * (0.9 + 0.2 * random.uniform())), sampleCount: 40)
      ]
    }
    let steps = stride(from: 0.0, to: 200, by: 2).map { $0 }
    let curve = Curve(
      name: "training-loss", axis: "step", positions: steps,
      values: steps.map { exp(-$0 / 80) * (0.9 + 0.2 * random.uniform()) })
    return CellResult(
      identity: CellIdentity(
        suite: "synthetic", task: "task-\(task)", model: "model-\(model)", seed: seed,
        profile: .quick),
      key: "\(task)-\(model)-\(seed)", state: .done, run: "synthetic",
      evaluation: Evaluation(measurements: measurements, curves: [curve]))
  }
}
