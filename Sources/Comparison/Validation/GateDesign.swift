import Experiment
import Foundation
import Randomness

/// The two sides of a simulated comparison.
public struct GateDesign: Sendable, Equatable {
  /// The model that an effect changes.
  public static let changedModel = "model-0"

  /// How many models there are.
  public var models: Int
  /// How many tasks.
  public var tasks: Int
  /// How many seeds on each side.
  public var seeds: Int
  /// Whether both sides ran the same seeds.
  public var pairing: Pairing
  /// The standard deviations of the log of a result over seeds.
  public var spreads: ClosedRange<Double> = 0.02...0.2
  /// The correlation of the two sides at the same seed.
  public var seedCorrelation = 0.5
  /// The correlation of a model's noise on two tasks at the same seed.
  public var taskCorrelation = 0.0
  /// The correlation of the two quantities of one task at the same cell.
  public var quantityCorrelation = 0.8
  /// How many times worse one model is on every task; 1 for no effect.
  public var factor = 1.0
  /// The margin of the gate.
  public var margin = 0.05

  /// A design with two quantities on each task.
  public init(models: Int = 8, tasks: Int = 3, seeds: Int, pairing: Pairing = .paired) {
    self.models = models
    self.tasks = tasks
    self.seeds = seeds
    self.pairing = pairing
  }

  private static let quantities = [
    Quantity(metric: "error", evaluation: "one-step"),
    Quantity(metric: "error", evaluation: "rollout"),
  ]

  /// Both sides of one simulated comparison.
  func draw(_ random: inout RandomStream) -> (ours: ResultFrame, theirs: ResultFrame) {
    var ours: [CellResult] = []
    var theirs: [CellResult] = []
    for model in 0..<models {
      let common = (0..<2).map { _ in (0..<seeds).map { _ in noise(&random) } }
      for task in 0..<tasks {
        let spread = exp(
          random.uniform(from: log(spreads.lowerBound), to: log(spreads.upperBound)))
        for seed in 0..<seeds {
          let shared = pairing == .paired ? noise(&random) : nil
          for side in 0..<2 {
            let own = blend(common[side][seed], noise(&random), taskCorrelation)
            let noise = shared.map { blend($0, own, seedCorrelation) } ?? own
            let isChanged = side == 0 && "model-\(model)" == Self.changedModel
            let identity = CellIdentity(
              suite: "simulated", task: "task-\(task)", model: "model-\(model)",
              seed: side == 0 && pairing == .unpaired ? seed + seeds : seed, profile: .quick)
            let cell = cell(identity, noise.map { $0 * spread + (isChanged ? log(factor) : 0) })
            if side == 0 { ours.append(cell) } else { theirs.append(cell) }
          }
        }
      }
    }
    return (frame(ours), frame(theirs))
  }

  /// Standard normal noise for each quantity.
  private func noise(_ random: inout RandomStream) -> [Double] {
    let first = random.normal()
    return [
      first,
      quantityCorrelation * first
        + (1 - quantityCorrelation * quantityCorrelation).squareRoot() * random.normal(),
    ]
  }

  /// Noise that shares the part `correlation` of its variance with `common`.
  private func blend(_ common: [Double], _ own: [Double], _ correlation: Double) -> [Double] {
    zip(common, own).map {
      correlation.squareRoot() * $0 + (1 - correlation).squareRoot() * $1
    }
  }

  private func cell(_ identity: CellIdentity, _ logarithms: [Double]) -> CellResult {
    CellResult(
      identity: identity, key: "", state: .done,
      evaluation: Evaluation(
        measurements: zip(Self.quantities, logarithms).map { quantity, logarithm in
          Measurement(
            metric: quantity.metric, split: quantity.split, evaluation: quantity.evaluation,
            value: .value(exp(logarithm)), sampleCount: 1)
        }))
  }

  private func frame(_ cells: [CellResult]) -> ResultFrame {
    let suite = SuiteDescription(
      id: "simulated", title: "Simulated", summary: "", reference: "",
      tasks: (0..<tasks).map {
        SuiteDescription.TaskEntry(
          id: "task-\($0)", title: "", summary: "", primary: Self.quantities)
      },
      models: (0..<models).map {
        SuiteDescription.ModelEntry(id: "model-\($0)", title: "", summary: "")
      },
      metrics: [
        "error": MetricDefinition(
          title: "Error", formula: "", unit: "1", direction: .lower, range: "[0, ∞)", version: 1)
      ])
    return ResultFrame(suites: [suite], runs: [], cells: cells)
  }
}
