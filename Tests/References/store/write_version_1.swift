// Writes a store of schema version 1 into the folder that is its one argument. It is the main file of
// an executable that imports Store and Experiment of the last commit whose `Schema.version` is 1
// (388f510); dump.py then turns the store into version-1.sql.
import Experiment
import Foundation
import Store

let store = try ResultStore(
  path: CommandLine.arguments[1] + "/results.sqlite", access: .readWrite)
let suite = SuiteDescription(
  id: "cfdbench", title: "CFDBench", summary: "Flows.", reference: "arXiv:2310.05963",
  tasks: ["cavity", "dam"].map {
    .init(
      id: $0, title: $0.capitalized, summary: "A flow.",
      primary: [Quantity(metric: "nmse", evaluation: "one-step")])
  },
  models: ["fno", "unet"].map { .init(id: $0, title: $0, summary: "A net.") },
  metrics: [:])

func identity(_ task: String, _ model: String, _ seed: Int) -> CellIdentity {
  CellIdentity(suite: "cfdbench", task: task, model: model, seed: seed, profile: .quick)
}

let cells = [
  (identity("cavity", "fno", 0), "a0"), (identity("cavity", "fno", 1), "a1"),
  (identity("cavity", "unet", 0), "b0"), (identity("cavity", "unet", 1), "b1"),
  (identity("dam", "fno", 0), "c0"), (identity("dam", "fno", 1), "c1"),
  (identity("dam", "unet", 0), "d'0"), (identity("dam", "unet", 1), "d1"),
]

func plan(_ keys: ArraySlice<(CellIdentity, String)>) -> RunPlanRecord {
  RunPlanRecord(
    suite: suite, profile: .quick, resolvedSuite: "{\"id\":\"cfdbench\"}",
    cells: keys.map {
      RegisteredCell(
        identity: $0, key: $1, configuration: "{\"steps\":3}", dataOrigin: .generated)
    })
}

func begin(_ id: String, _ keys: ArraySlice<(CellIdentity, String)>) throws -> RunTicket {
  try store.begin(
    RunRecord(
      id: id, command: ["assay", "run", "--quick"],
      started: "2026-07-3\(id.suffix(1))T10:00:00.000Z",
      environment: EnvironmentRecord(facts: ["cpu": "EPYC", "code": "commit-\(id)"])),
    plan: plan(keys), process: ProcessMark(identifier: 7, boot: "boot", started: 70))
}

func result(
  _ number: Int, _ run: String, _ state: CellState = .done, reason: String = "",
  error: Double = 0.25
) -> CellResult {
  let (identity, key) = cells[number]
  var result = CellResult(
    identity: identity, key: key, state: state, reason: reason, configuration: "{\"steps\":3}",
    parameterCount: 42, run: run,
    resources: ResourceUse(
      wallSeconds: 1.5, userSeconds: 1.25, systemSeconds: 0.125, peakMebibytes: 64,
      concurrentCells: 2))
  guard state == .done else { return result }
  result.evaluation = Evaluation(
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
    curves: [Curve(name: "loss", axis: "step", positions: [1, 2, 3], values: [1, 1.0 / 3, -0.0])],
    snapshots: [
      FieldSnapshot(
        title: "case 7", quantity: "speed", unit: "m/s", height: 1, width: 2,
        expected: [1, 2], predicted: [1.5, 2.5], course: "case 7, median", step: 3)
    ])
  return result
}

let first = try begin("r0", cells[0..<6])
try store.start(key: "a0", in: first)
try store.record(result(0, "r0"), in: first)
try store.record(
  result(1, "r0", .failed, reason: "diverged: loss is NaN"), log: CellLog("one\n"), in: first)
try store.record(result(2, "r0", .timedOut, reason: "over 60 s"), in: first)
try store.record(result(3, "r0", .outOfMemory, reason: "over 64 MiB"), in: first)
try store.record(result(4, "r0", .cancelled, reason: "stopped by the user"), in: first)
try store.end(first, state: .interrupted, at: "2026-07-30T11:00:00.000Z")
let second = try begin("r1", cells[0..<8])
try store.reuse(keys: ["a0"], in: second)
try store.start(key: "a1", in: second)
try store.record(
  result(1, "r1", error: 1.0 / 7), log: CellLog((1...50).map { "line \($0)\n" }.joined()),
  in: second)
try store.record(result(4, "r1"), in: second)
try store.record(result(6, "r1", .skipped, reason: "no such role"), in: second)
// The run is killed while d1 is in a worker, and c1 waits.
try store.start(key: "d1", in: second)
try store.noteComparison(baseline: "quick", hash: "h1", at: "2026-08-01T00:00:00.000Z")
