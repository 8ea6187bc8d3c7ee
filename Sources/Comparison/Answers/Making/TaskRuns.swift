import Experiment
import Foundation
import Statistics

/// The runs of one task, looked up by model, seed and quantity.
struct TaskRuns {
  let suite: String
  let task: String
  let table: CellIndex

  func seeds(_ model: String) -> [Int] { table.seeds(suite: suite, task: task, model: model) }

  func cell(_ model: String, _ seed: Int) -> CellResult? {
    table.cell(suite: suite, task: task, model: model, seed: seed)
  }

  /// The seeds that all of `models` were given.
  func seeds(common models: [String]) -> [Int] {
    guard let first = models.first else { return [] }
    let others = models.dropFirst().map { Set(seeds($0)) }
    return seeds(first).filter { seed in others.allSatisfy { $0.contains(seed) } }
  }

  /// The values at `seeds`, or the first reason why one is missing.
  func values(_ model: String, _ quantity: Quantity, at seeds: [Int]) -> Result<[Double], Lack> {
    guard !seeds.isEmpty else { return .failure(Lack("no common seed")) }
    var values: [Double] = []
    for seed in seeds {
      let value = cell(model, seed)?.value(quantity) ?? .missing("not run")
      guard let number = value.number else {
        return .failure(Lack(value.reason ?? "not measured"))
      }
      values.append(number)
    }
    return .success(values)
  }

  /// The same of a number that has a logarithm.
  func positive(_ model: String, _ quantity: Quantity, at seeds: [Int]) -> Result<[Double], Lack> {
    values(model, quantity, at: seeds).flatMap { values in
      values.allSatisfy { $0 > 0 } ? .success(values) : .failure(Lack("not positive"))
    }
  }

  /// The cost and the quality at `seeds`, a point a seed, or the first reason why one is missing.
  func points(
    _ model: String, cost: Quantity, _ quality: Quantity, _ scale: QualityScale, at seeds: [Int]
  ) -> Result<[SettingCurve.Point], Lack> {
    positive(model, cost, at: seeds).flatMap { costs in
      let found =
        scale.scale == .ratio
        ? positive(model, quality, at: seeds) : values(model, quality, at: seeds)
      return found.map { qualities in
        zip(costs, qualities).map {
          SettingCurve.Point(logCost: log($0), quality: scale.goodness($1))
        }
      }
    }
  }

  /// The variants of `model` of a family that a seed told the cost of, in the order in which it told them.
  func variants(of model: String, _ cost: Quantity, family: String) -> [String] {
    let start = "\(cost.evaluation)@"
    var names: [String] = []
    for cell in seeds(model).compactMap({ self.cell(model, $0) }) {
      for measurement in cell.evaluation.measurements
      where measurement.metric == cost.metric && measurement.evaluation.hasPrefix(start) {
        let name = String(measurement.evaluation.dropFirst(start.count))
        if name.hasPrefix(family + "-"), !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// Why there is no number.
  struct Lack: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }
}
