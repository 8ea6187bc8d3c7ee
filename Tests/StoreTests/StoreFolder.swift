import Experiment
import Foundation
import Store

/// A folder for one test's store, and the makings of cells.
final class StoreFolder: Sendable {
  let url: URL
  var path: String { url.appending(path: "results.sqlite").path }

  /// An empty folder; in memory, where the system has such a place, when flushes to the disk are not what
  /// is tested.
  init(inMemory: Bool = false) throws {
    let memory = "/dev/shm"
    let isThere = inMemory && FileManager.default.isWritableFile(atPath: memory)
    let parent =
      isThere ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
    url = parent.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Called at the end of each test.
  func remove() { try? FileManager.default.removeItem(at: url) }

  func open(_ access: ResultStore.Access = .readWrite) throws -> ResultStore {
    try ResultStore(path: path, access: access)
  }

  static func identity(
    task: String = "cavity", model: String = "fno", seed: Int = 0
  ) -> CellIdentity {
    CellIdentity(suite: "cfdbench", task: task, model: model, seed: seed, profile: .quick)
  }

  static let suite = SuiteDescription(
    id: "cfdbench", title: "CFDBench", summary: "Flows.", reference: "arXiv:2310.05963",
    tasks: ["cavity", "dam"].map {
      .init(
        id: $0, title: $0.capitalized, summary: "A flow.",
        primary: [Quantity(metric: "nmse", evaluation: "one-step")])
    },
    models: ["fno", "unet"].map { .init(id: $0, title: $0, summary: "A net.") },
    metrics: [:])

  static func plan(_ cells: [(CellIdentity, String)]) -> RunPlanRecord {
    RunPlanRecord(
      suite: suite, profile: .quick, resolvedSuite: "{}",
      cells: cells.map {
        RegisteredCell(
          identity: $0, key: $1, configuration: "{\"steps\":3}", dataOrigin: .generated)
      })
  }

  static func run(_ id: String) -> RunRecord {
    RunRecord(
      id: id, command: ["assay", "run"], started: "2026-07-31T10:00:00.000Z",
      environment: EnvironmentRecord(facts: ["cpu": "EPYC", "cores": "2"]))
  }

  static func result(
    _ identity: CellIdentity, _ key: String, run: String, state: CellState = .done,
    error: Double = 0.25
  ) -> CellResult {
    var result = CellResult(
      identity: identity, key: key, state: state, reason: state == .done ? "" : "diverged",
      configuration: "{\"steps\":3}", parameterCount: 42, run: run,
      resources: ResourceUse(
        wallSeconds: 1.5, userSeconds: 1.25, systemSeconds: 0.125, peakMebibytes: 64,
        concurrentCells: 2))
    if state == .done { result.evaluation = evaluation(error: error) }
    return result
  }

  static func evaluation(error: Double) -> Evaluation {
    Evaluation(
      measurements: [
        Experiment.Measurement(
          metric: "nmse", split: "test", evaluation: "one-step", value: .value(error),
          sampleCount: 8),
        Experiment.Measurement(
          metric: "nmse", split: "test", evaluation: "rollout", position: 3,
          value: .missing("not finite"), sampleCount: 8),
        Experiment.Measurement(
          metric: "training-seconds", split: "train", evaluation: "cost", value: .value(1.0 / 3),
          sampleCount: 8, kind: .cost),
      ],
      curves: [
        Curve(name: "loss", axis: "step", positions: [1, 2, 3], values: [1, 1.0 / 3, -0.0])
      ],
      snapshots: [
        FieldSnapshot(
          title: "case 7", quantity: "speed", unit: "m/s", height: 1, width: 2,
          expected: [1, 2], predicted: [1.5, 2.5], course: "case 7, median", step: 3,
          vectors: FieldSnapshot.Vectors(expected: [1, 2, 0, 0], predicted: [1.5, 2.5, 0, -1]))
      ])
  }
}
