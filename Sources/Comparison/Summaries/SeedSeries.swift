import Experiment

/// The values of one model on one task by one quantity, by seed.
struct SeedSeries {
  let model: String
  /// Sorted; every seed that was run, with or without a value.
  let seeds: [Int]
  /// In the order of `seeds`.
  let values: [MeasuredValue]

  init(suite: String, task: String, model: String, quantity: Quantity, table: CellIndex) {
    self.model = model
    seeds = table.seeds(suite: suite, task: task, model: model)
    values = seeds.map { seed in
      table.cell(suite: suite, task: task, model: model, seed: seed)?.value(quantity)
        ?? .missing("not run")
    }
  }

  private init(model: String, seeds: [Int], values: [MeasuredValue]) {
    self.model = model
    self.seeds = seeds
    self.values = values
  }

  var numbers: [Double] { values.compactMap(\.number) }
  var isComplete: Bool { !values.isEmpty && values.allSatisfy { $0.number != nil } }

  /// The series at those of `chosen` that it has.
  func at(seeds chosen: [Int]) -> SeedSeries {
    let kept = seeds.indices.filter { chosen.contains(seeds[$0]) }
    return SeedSeries(model: model, seeds: kept.map { seeds[$0] }, values: kept.map { values[$0] })
  }

  /// The values of both at the seeds at which both have one, in the order of seeds.
  func paired(with other: SeedSeries) -> (ours: [Double], theirs: [Double]) {
    let theirs = Dictionary(zip(other.seeds, other.values)) { first, _ in first }
    let pairs = zip(seeds, values).compactMap { seed, value -> (Double, Double)? in
      guard let mine = value.number, let their = theirs[seed]?.number else { return nil }
      return (mine, their)
    }
    return (pairs.map(\.0), pairs.map(\.1))
  }
}
