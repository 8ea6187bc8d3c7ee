import Experiment
import Foundation

/// Made-up results of a suite that asks: a reference at three tolerances and models beside it.
enum AnswerFixture {
  static let accuracy = Quantity(metric: "accuracy", evaluation: "classification")
  static let loss = Quantity(metric: "mse", evaluation: "trajectory")

  /// Accuracy and evaluations at a setting.
  struct Setting {
    let name: String
    let quality: Double
    let evaluations: Double
  }

  static let reference = [
    Setting(name: "", quality: 0.9, evaluations: 40),
    Setting(name: "tolerance-0.01", quality: 0.8, evaluations: 20),
    Setting(name: "tolerance-0.1", quality: 0.6, evaluations: 10),
    Setting(name: "fixed-2", quality: 0.1, evaluations: 1),
  ]

  static func suite(primary: Quantity = accuracy) -> SuiteDescription {
    func metric(_ title: String, _ direction: Direction, range: String) -> MetricDefinition {
      MetricDefinition(
        title: title, formula: "", unit: "1", direction: direction, range: range, version: 1)
    }
    let cost = SuiteQuestion.evaluations
    return SuiteDescription(
      id: "solves", title: "Solves", summary: "", reference: "",
      tasks: [.init(id: "digits", title: "Digits", summary: "", primary: [cost, primary])],
      models: ["plain", "short", "better", "worse", "broken"].map {
        .init(id: $0, title: $0.capitalized, summary: "")
      },
      metrics: [
        "accuracy": metric("Accuracy", .higher, range: "[0, 1]"),
        "mse": metric("MSE", .lower, range: "[0, ∞)"),
        "nfe": metric("NFE", .lower, range: "[0, ∞)"),
      ],
      questions: [
        .saving(reference: "plain", cost: cost, settings: SuiteQuestion.tolerances),
        .contrast(
          title: "Short against the rest", first: ["short"], second: ["better", "worse"], cost: cost
        ),
      ])
  }

  /// Three seeds that shift the quality alike, so that nothing is left to chance.
  static func cells(
    _ model: String, _ settings: [Setting], quantity: Quantity = accuracy, seconds: Double = 10,
    milliseconds: Double = 4, noise: (Int) -> Double = { 0.01 * Double($0) }, seeds: Int = 3
  ) -> [CellResult] {
    (0..<seeds).map { seed in
      let told = settings.flatMap { setting in
        let suffix = setting.name.isEmpty ? "" : "@\(setting.name)"
        return [
          Measurement(
            metric: quantity.metric, split: "test", evaluation: quantity.evaluation + suffix,
            value: .value(setting.quality + noise(seed)), sampleCount: 1),
          Measurement(
            metric: "nfe", split: "test", evaluation: "solve" + suffix,
            value: .value(setting.evaluations), sampleCount: 1),
        ]
      }
      let times = [
        ("training-seconds", "train", seconds),
        ("prediction-milliseconds", "validation", milliseconds),
      ].map {
        Measurement(
          metric: $0, split: $1, evaluation: "cost", value: .value($2), sampleCount: 1, kind: .cost)
      }
      return CellResult(
        identity: identity(model, seed), key: "\(model)\(seed)", state: .done,
        evaluation: Evaluation(measurements: told + times))
    }
  }

  static func identity(_ model: String, _ seed: Int) -> CellIdentity {
    CellIdentity(suite: "solves", task: "digits", model: model, seed: seed, profile: .quick)
  }

  static var frame: ResultFrame {
    ResultFrame(
      suites: [suite()], runs: [],
      cells: cells("plain", reference)
        + cells(
          "short", [.init(name: "", quality: 0.8, evaluations: 15)], seconds: 20, milliseconds: 2)
        + cells("better", [.init(name: "", quality: 0.95, evaluations: 60)])
        + cells("worse", [.init(name: "", quality: 0.5, evaluations: 8)])
        + [
          CellResult(identity: identity("broken", 0), key: "b", state: .failed, reason: "diverged")
        ])
  }
}
