import Experiment
import Store

/// Cells whose every number follows from their place in the plan, so that whoever reads a store can tell
/// what must be in it.
public enum ToyCells {
  /// The suite that they belong to.
  public static let suite = SuiteDescription(
    id: "toys", title: "Toys", summary: "Cells of no meaning.", reference: "",
    tasks: [
      .init(
        id: "count", title: "Count", summary: "",
        primary: [Quantity(metric: "nmse", evaluation: "one-step")])
    ], models: [.init(id: "none", title: "None", summary: "")], metrics: [:])

  /// The identity of the cell at `place`.
  public static func identity(_ place: Int) -> CellIdentity {
    CellIdentity(suite: "toys", task: "count", model: "none", seed: place, profile: .quick)
  }

  /// The key of the cell at `place`.
  public static func key(_ place: Int) -> String { "key-\(place)" }

  /// A plan of the first `count` cells.
  public static func plan(_ count: Int) -> RunPlanRecord {
    RunPlanRecord(
      suite: suite, profile: .quick, resolvedSuite: "{}",
      cells: (0..<count).map {
        RegisteredCell(
          identity: identity($0), key: key($0), configuration: "{\"place\":\($0)}",
          dataOrigin: .generated)
      })
  }

  /// A run that is about to begin.
  public static func run(_ id: String) -> RunRecord {
    RunRecord(
      id: id, command: ["assay", "run"], started: "2026-07-31T10:00:00.000Z",
      environment: EnvironmentRecord(facts: ["cpu": "EPYC"]))
  }

  /// The outcome of the cell at `place`: numbers, a curve, a file and a fact.
  public static func result(_ place: Int, run: String) -> CellResult {
    let number = Double(place)
    return CellResult(
      identity: identity(place), key: key(place), state: .done,
      configuration: "{\"place\":\(place)}", parameterCount: place, run: run,
      evaluation: Evaluation(
        measurements: (0..<10).map {
          Measurement(
            metric: "metric-\($0)", split: "test", evaluation: "one-step",
            value: .value(number + Double($0) / 7), sampleCount: 8)
        },
        curves: [
          Curve(
            name: "loss", axis: "step", positions: (0..<40).map(Double.init),
            values: (0..<40).map { number / Double($0 + 1) })
        ],
        snapshots: [
          FieldSnapshot(
            title: "case \(place)", quantity: "speed", unit: "m/s", height: 1, width: 2,
            expected: [Float(place), 2], predicted: [1.5, 2.5])
        ]),
      resources: ResourceUse(wallSeconds: number, foreignLoad: 0.5),
      facts: ["torch": "2.\(place)"])
  }

  /// A log of the cell at `place` that is too long for the database.
  public static func log(_ place: Int) -> CellLog {
    CellLog((0..<50).map { "cell \(place), line \($0)\n" }.joined())
  }
}
