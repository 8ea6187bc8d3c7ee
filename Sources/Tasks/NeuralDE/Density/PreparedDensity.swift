import Experiment
import Foundation
import Tensors

/// Points of a density in memory.
struct PreparedDensity: PreparedTask {
  private static let slot = "log-density"
  private static let evaluation = "density"

  let role: Role
  let training: TrainingSet
  private let points: [SplitCase.Split: Tensor]
  private let task: Density

  init(_ points: [SplitCase.Split: Tensor], of task: Density) {
    self.points = points
    self.task = task
    role = Role(
      inputs: [Role.Slot(name: "points", shape: [2], unit: "1")],
      outputs: [Role.Slot(name: Self.slot, shape: [1], unit: "nat")])
    // A density is learnt from points alone: telling its values would be another task.
    training = TrainingSet(
      inputs: Self.inputs(points[.training]), targets: NamedTensors(),
      validationInputs: Self.inputs(points[.validation]), validationTargets: NamedTensors())
  }

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    guard let test = points[.test], let fitted = points[.training] else { return Evaluation() }
    let rows = try BatchForecast.rows(of: role.outputs[0], from: model, Self.inputs(test))
    let normal = NormalFit(fitted)
    let outcomes = rows.enumerated().map { index, row in
      let point = test.values[3 * index..<3 * index + 3].map(Double.init)
      return ScoredOutcome.scored(
        ScoredField(
          predicted: Array(row), expected: [Float(point[2])],
          persistence: [Float(normal.logDensity(point[0], point[1]))]))
    }
    var sheet = ScoreSheet(metrics: metrics)
    sheet.add(outcomes, of: .densities, evaluation: Self.evaluation)
    sheet.addSamples(outcomes.map { [$0] }, of: .densities, evaluation: Self.evaluation)
    let truth = outcomes.indices.map { Double(test.values[3 * $0 + 2]) }
    sheet.addFacts("true-log-density", truth, evaluation: Self.evaluation)
    let mass = try self.mass(of: model).map {
      [Curve(name: "mass/test/\(Self.evaluation)", axis: "grid", positions: [0], values: [$0])]
    }
    return Evaluation(measurements: sheet.measurements, curves: sheet.curves + (mass ?? []))
  }

  /// ∫ p over the square that holds the density, by sums over even points: 1 when the model's density is
  /// one. Nil when it is not asked for or not finite.
  private func mass(of model: any Model) throws -> Double? {
    guard task.massPoints > 0 else { return nil }
    let step = 2 * task.mixture.halfSide / Double(task.massPoints)
    let places = (0..<task.massPoints).map { (Double($0) + 0.5) * step - task.mixture.halfSide }
    let grid = places.flatMap { x in places.flatMap { y in [Float(x), Float(y)] } }
    let inputs = NamedTensors(["points": Tensor(shape: [grid.count / 2, 2], values: grid)])
    let rows = try BatchForecast.rows(of: role.outputs[0], from: model, inputs)
    let sum = rows.reduce(0.0) { $0 + exp(Double($1.first ?? 0)) } * step * step
    return sum.isFinite ? sum : nil
  }

  private static func inputs(_ points: Tensor?) -> NamedTensors {
    guard let points else { return NamedTensors() }
    let count = points.shape[0]
    let values = (0..<count).flatMap { points.values[3 * $0..<3 * $0 + 2] }
    return NamedTensors(["points": Tensor(shape: [count, 2], values: values)])
  }

  var cases: [SplitCase] {
    SplitCase.Split.allCases.flatMap { split -> [SplitCase] in
      guard let points = points[split] else { return [] }
      return (0..<points.shape[0]).map { index in
        SplitCase(
          name: "\(task.mixture.rawValue)/\(split.rawValue)/\(index)", split: split,
          signature: Array(points.values[3 * index..<3 * index + 2]))
      }
    }
  }
}
