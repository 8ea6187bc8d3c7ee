import Comparison
import Experiment
import Reports

/// An invented benchmark for tests: the numbers follow formulas and were never measured.
struct Fixture {
  var seedCount = 3
  var taskIDs = ["cavity-bc", "tube-prop", "dam-geo"]
  var profile = Profile.quick
  /// Where the fixture's one failed cell says why.
  var failureReason = "the worker died by signal 6 (abort) in step 41"

  static let modelIDs = ["identity", "auto-ffn", "fno"]
  static let fieldSize = 32
  static let steps = 20

  var input: ReportInput {
    let frame = ResultFrame(suites: [suite], runs: [run], cells: cells)
    return ReportInput(
      title: "Invented results for tests", frame: frame, standings: standings(frame),
      comparisons: [comparison], published: published,
      commands: Dictionary(uniqueKeysWithValues: cells.map { ($0.identity, command($0.identity)) }),
      logs: Dictionary(
        uniqueKeysWithValues: cells.filter { $0.state != .done }.map {
          ($0.identity, "step 40: loss 0.1\n<step> 41: Abort & end\n")
        }))
  }

  var suite: SuiteDescription {
    let titles = [
      "cavity-bc": "Cavity, boundary conditions", "tube-prop": "Tube, fluid properties",
      "dam-geo": "Dam, geometry",
    ]
    return SuiteDescription(
      id: "cfdbench", title: "CFDBench",
      summary: "Next-frame prediction of two-dimensional flows under changed boundary conditions, "
        + "fluid properties and geometries.",
      reference: "Luo, Chen and Zhang (2023), arXiv:2310.05963",
      tasks: taskIDs.map { id in
        SuiteDescription.TaskEntry(
          id: id, title: titles[id] ?? id,
          summary: "From one frame of the velocity to the next, and from there on its own output.",
          primary: Self.quantities)
      },
      models: [
        SuiteDescription.ModelEntry(id: "identity", title: "Identity", summary: "The last frame."),
        SuiteDescription.ModelEntry(id: "auto-ffn", title: "Auto-FFN", summary: "A network."),
        SuiteDescription.ModelEntry(id: "fno", title: "FNO", summary: "A neural operator."),
      ],
      metrics: [
        "nmse": MetricDefinition(
          title: "NMSE", formula: "mean over samples of Σ (ŷ − y)² / Σ y², over channels and space",
          unit: "1", direction: .lower, range: "[0, ∞)", version: 1),
        "max-error": MetricDefinition(
          title: "Largest error", formula: "max |ŷ − y| over channels and space, mean over samples",
          unit: "m/s", direction: .lower, range: "[0, ∞)", version: 2),
      ])
  }

  static let quantities = [
    Quantity(metric: "nmse", evaluation: "one-step"),
    Quantity(metric: "nmse", evaluation: "rollout"),
  ]

  var run: RunRecord {
    RunRecord(
      id: "20260131-120000-a1", command: ["assay", "run", "cfdbench", "--profile", "quick"],
      started: "2026-01-31T12:00:00Z", ended: "2026-01-31T12:09:41Z",
      environment: EnvironmentRecord(facts: [
        "cpu": "Invented CPU", "cores": "2", "memory": "24 GiB", "kernel": "Linux 6.1",
        "blas": "OpenBLAS 0.3.21", "blas-core": "Haswell", "threads": "1", "load": "0.12",
        "code": "0123abc (clean)",
      ]))
  }

  var cells: [CellResult] {
    var cells: [CellResult] = []
    for (taskIndex, task) in taskIDs.enumerated() {
      for (modelIndex, model) in Self.modelIDs.enumerated() {
        for seed in 0..<seedCount {
          let identity = CellIdentity(
            suite: "cfdbench", task: task, model: model, seed: seed, profile: profile)
          cells.append(FixtureCell(identity, taskIndex, modelIndex, self).result)
        }
      }
    }
    return cells.sorted { $0.identity < $1.identity }
  }

  func command(_ identity: CellIdentity) -> String {
    "assay run cfdbench --tasks \(identity.task) --models \(identity.model) "
      + "--seeds \(identity.seed) --profile \(identity.profile.rawValue) --force"
  }
}
