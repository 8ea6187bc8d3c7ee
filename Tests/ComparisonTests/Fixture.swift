import Experiment
import Foundation
import TestSupport

/// Small made-up results to compare.
enum Fixture {
  static let error = Quantity(metric: "nmse", evaluation: "rollout")
  static let skill = Quantity(metric: "skill", evaluation: "rollout")

  static func suite(_ id: String = "waves", version: Int = 1, tasks: [String] = ["ripple"])
    -> SuiteDescription
  {
    SuiteDescription(
      id: id, title: "Waves", summary: "Waves on a string.", reference: "Nobody 2024",
      tasks: tasks.map {
        SuiteDescription.TaskEntry(
          id: $0, title: "The \($0)", summary: "Predict.", primary: [error, skill])
      },
      models: ["still", "fno", "unet"].map {
        SuiteDescription.ModelEntry(id: $0, title: $0.uppercased(), summary: "A model.")
      },
      metrics: [
        "nmse": MetricDefinition(
          title: "NMSE", formula: "Σ(p − y)²/Σy²", unit: "1", direction: .lower, range: "[0, ∞)",
          version: version),
        "skill": MetricDefinition(
          title: "Skill", formula: "1 − e/e₀", unit: "1", direction: .higher, range: "(−∞, 1]",
          version: 1),
      ])
  }

  /// One model's cells: the error by seed, and a skill of 1 − error.
  static func cells(
    _ model: String, _ errors: [Double?], task: String = "ripple", suite: String = "waves",
    profile: Profile = .quick, origin: DataLocation.Origin = .generated
  ) -> [CellResult] {
    errors.enumerated().map { seed, error in
      let identity = CellIdentity(
        suite: suite, task: task, model: model, seed: seed, profile: profile)
      guard let error else {
        return CellResult(
          identity: identity, key: "key-\(model)-\(seed)", state: .timedOut,
          reason: "1 s wall-clock limit", run: "run-1")
      }
      return CellResult(
        identity: identity, key: "key-\(model)-\(seed)", state: .done, dataOrigin: origin,
        parameterCount: 12, run: "run-1",
        evaluation: Evaluation(measurements: [
          Measurement(
            metric: "nmse", split: "test", evaluation: "rollout", value: .value(error),
            sampleCount: 4),
          Measurement(
            metric: "skill", split: "test", evaluation: "rollout", value: .value(1 - error),
            sampleCount: 4),
          Measurement(
            metric: "nmse", split: "test", evaluation: "rollout", position: 10,
            value: .missing("diverged\tat step 9\nor so"), sampleCount: 4),
          Measurement(
            metric: "training-seconds", split: "train", evaluation: "cost",
            value: .value(0.25 + Double(seed)), sampleCount: 1, kind: .cost),
        ]))
    }
  }

  static func frame(_ cells: [CellResult], suites: [SuiteDescription]? = nil) -> ResultFrame {
    ResultFrame(
      suites: suites ?? [suite()],
      runs: [
        RunRecord(
          id: "run-1", command: ["assay", "run"], started: "2024-01-01T00:00:00Z",
          environment: EnvironmentRecord(facts: ["cpu": "abacus", "cores": "2"]))
      ],
      cells: cells)
  }

  /// A frame whose task ranks by the error alone.
  static func errorFrame(_ cells: [CellResult], version: Int = 1) -> ResultFrame {
    var suite = suite(version: version)
    suite.tasks[0].primary = [error]
    return frame(cells, suites: [suite])
  }

  /// What `body` makes of a folder that is gone afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = try TemporaryFolder()
    return try withExtendedLifetime(folder) { try body(folder.url) }
  }
}
