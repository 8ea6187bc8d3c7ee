import Comparison
import Experiment
import Reports

/// An invented suite that asks: a reference at three tolerances and models beside it on one task or two.
struct AnswerFixture {
  var tasks = ["digits", "letters"]
  /// What savings are asked against.
  var references = ["plain"]
  /// Models that were not run, by task.
  var absent: [String: Set<String>] = [:]

  private static let accuracy = Quantity(metric: "accuracy", evaluation: "classification")

  /// Id, accuracy, evaluations and seconds of training.
  private static let models: [(id: String, accuracy: Double, work: Double, seconds: Double)] = [
    ("plain", 0.9, 40, 10), ("short", 0.8, 15, 20), ("better", 0.95, 60, 12), ("worse", 0.5, 8, 9),
  ]

  var suite: SuiteDescription {
    func metric(_ title: String, _ direction: Direction, range: String) -> MetricDefinition {
      MetricDefinition(
        title: title, formula: "f", unit: "1", direction: direction, range: range, version: 1)
    }
    return SuiteDescription(
      id: "solves", title: "Solves", summary: "", reference: "",
      tasks: tasks.map { .init(id: $0, title: "The \($0)", summary: "", primary: [Self.accuracy]) },
      models: Self.models.map { .init(id: $0.id, title: $0.id.capitalized, summary: "") },
      metrics: [
        "accuracy": metric("Accuracy", .higher, range: "[0, 1]"),
        "nfe": metric("NFE", .lower, range: "[0, ∞)"),
      ],
      questions: references.map {
        .saving(
          reference: $0, cost: SuiteQuestion.evaluations, settings: SuiteQuestion.tolerances)
      } + [
        .contrast(
          title: "Short or better", first: ["short"], second: ["better"],
          cost: SuiteQuestion.evaluations)
      ])
  }

  var input: ReportInput {
    let cells = tasks.flatMap { task in
      Self.models.filter { absent[task]?.contains($0.id) != true }
        .flatMap { model in (0..<3).map { cell(task, model, seed: $0) } }
    }
    let frame = ResultFrame(suites: [suite], runs: [], cells: cells)
    return ReportInput(
      title: "Invented answers", frame: frame,
      standings: LeaderboardMaker.make([Baseline(id: "this run", profile: .quick, frame: frame)]))
  }

  private func cell(
    _ task: String, _ model: (id: String, accuracy: Double, work: Double, seconds: Double),
    seed: Int
  ) -> CellResult {
    let shift = 0.01 * Double(seed)
    var settings = [("", model.accuracy, model.work)]
    if model.id == "plain" {
      settings += [("@tolerance-0.01", 0.8, 20), ("@tolerance-0.1", 0.6, 10)]
    }
    let told = settings.flatMap { suffix, accuracy, work in
      [
        Measurement(
          metric: "accuracy", split: "test", evaluation: "classification\(suffix)",
          value: .value(accuracy + shift), sampleCount: 9),
        Measurement(
          metric: "nfe", split: "test", evaluation: "solve\(suffix)", value: .value(work),
          sampleCount: 9),
      ]
    }
    let time = Measurement(
      metric: "training-seconds", split: "train", evaluation: "cost", value: .value(model.seconds),
      sampleCount: 9, kind: .cost)
    return CellResult(
      identity: CellIdentity(
        suite: "solves", task: task, model: model.id, seed: seed, profile: .quick),
      key: "\(task)\(model.id)\(seed)", state: .done,
      evaluation: Evaluation(measurements: told + [time]))
  }
}
