import Experiment
import Planning

/// The catalogue and the suite file that the tests vary.
enum Example {
  static let catalogue = Catalogue(
    tasks: ["sweep-task": SweepTask.self],
    models: ["wave-net": WaveNet.self, "persistence": Persistence.self],
    metrics: ["power-error": PowerError.self])

  static let text = """
    schema: 1
    id: example
    title: Example
    summary: A suite for tests.
    reference: "Nobody 2024"
    metrics:
      mse: power-error
      quartic: {power-error: {exponent: 4}}
    tasks:
      - id: fast
        title: Fast
        summary: Speeds.
        task: {sweep-task: {sweeps: [speed, viscosity], grid: {cells: 32}}}
        metrics: [mse, quartic]
        primary:
          - {metric: mse, evaluation: one-step}
          - {metric: quartic, evaluation: rollout, split: validation}
        profiles:
          quick: {caseLimit: 20, grid: {spacing: 0.25}}
      - id: slow
        title: Slow
        summary: Slow speeds.
        task: sweep-task
        metrics: [mse]
        primary: [{metric: mse, evaluation: one-step}]
    models:
      - id: still
        title: Still
        summary: Nothing moves.
        model: persistence
      - id: waves
        title: Waves
        summary: Waves move.
        model: {wave-net: {modes: 8}}
        profiles:
          quick: {width: 16}
        budgets:
          quick: {trainingSteps: 50}
    profiles:
      quick:
        seeds: [0, 1]
        tasks: all
        models: all
        budget: {trainingSteps: 200, wallSeconds: 30}
      paper:
        seeds: [7]
        tasks: [slow]
        models: [waves, still]
        budget: {trainingSteps: 1000, batchSize: 128}

    """

  /// The suite of the text as it stands, or with `old` replaced by `new`.
  static func suite(_ old: String = "", _ new: String = "") throws -> Suite {
    try SuiteFile.load(
      text: old.isEmpty ? text : text.replacing(old, with: new), name: "suite.yaml",
      catalogue: catalogue)
  }

  /// The mistakes, one a line, of the text with `old` replaced by `new`; empty when there is none.
  static func mistakes(_ old: String, _ new: String) -> String {
    precondition(text.contains(old), "the example has no '\(old)'")
    do {
      _ = try suite(old, new)
      return ""
    } catch {
      return "\(error)"
    }
  }
}
