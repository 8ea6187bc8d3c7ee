import Experiment
import Foundation
import Planning

/// Brings the data of a plan into place and names its cells by their keys.
struct PlanKeys {
  let plan: Plan
  let catalogue: Catalogue
  let options: RunOptions
  let control: RunControl
  let events: (RunEvent) -> Void
  var allowance = Allowance.none

  /// The cells in the order of the plan without those for whose data the time was not enough; one whose data
  /// could not be made has the reason.
  func cells(_ pool: WorkerPool) throws -> [KeyedCell] {
    try keyed(try dataPhase(pool))
  }

  private func dataPhase(_ pool: WorkerPool) throws -> DataPhase.Outcome {
    let uses = plan.cells.map(\.task).reduce(into: [RecipeUse]()) { uses, use in
      if uses.last != use { uses.append(use) }
    }
    return try DataPhase(of: plan, options, pool: pool, allowance: allowance, events: events)
      .run(DataRequest.all(uses, catalogue: catalogue), control: control)
  }

  private func keyed(_ data: DataPhase.Outcome) throws -> [KeyedCell] {
    let numerics = NumericEnvironment(threads: options.threads, kernels: options.kernels)
    var datasets: [RecipeUseKey: String] = [:]
    return try plan.cells.compactMap { cell in
      let use = RecipeUseKey(cell.task)
      let dataset = try datasets[use] ?? catalogue.task(cell.task).dataset.identifier
      datasets[use] = dataset
      if data.untimely.contains(dataset) { return nil }
      let location =
        data.locations[dataset]
        ?? DataLocation(folder: options.dataFolder, origin: .generated, contentHash: "missing")
      return KeyedCell(
        planned: cell,
        key: try CellKey.make(
          cell, data: location, numerics: numerics, catalogue: catalogue),
        data: location, problem: data.problems[dataset] ?? "")
    }
  }
}
