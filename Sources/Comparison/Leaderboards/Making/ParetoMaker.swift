import Experiment

/// Finds the Pareto fronts of a task: its quantity against what training costs and how large a model
/// is. Both costs lie in the baseline, so that the fronts are the same on every machine.
struct ParetoMaker {
  let table: CellIndex
  let suite: String
  let task: String

  /// The fronts of `standings`, a cost that no model has left out.
  func fronts(of standings: [Standing], direction: Direction) -> [ParetoFront] {
    [("training-seconds", "s"), ("parameters", "1")].compactMap { cost, unit in
      let entries = standings.compactMap { standing -> Entry? in
        guard standing.rank > 0, standing.seeds.allSatisfy({ $0.number != nil }),
          let value = standing.interval?.estimate, let spent = mean(cost, model: standing.model)
        else { return nil }
        return Entry(
          model: standing.model, badness: direction == .lower ? value : -value, cost: spent)
      }
      guard !entries.isEmpty else { return nil }
      return ParetoFront(
        cost: cost, unit: unit,
        points: entries.map { entry in
          ParetoFront.Point(
            model: entry.model, cost: entry.cost,
            isOnFront: !entries.contains { $0.dominates(entry) })
        })
    }
  }

  private struct Entry {
    let model: String
    let badness: Double
    let cost: Double

    func dominates(_ other: Entry) -> Bool {
      badness <= other.badness && cost <= other.cost
        && (badness < other.badness || cost < other.cost)
    }
  }

  /// The mean over the seeds; nil when a seed lacks it.
  private func mean(_ cost: String, model: String) -> Double? {
    let cells = table.seeds(suite: suite, task: task, model: model).compactMap {
      table.cell(suite: suite, task: task, model: model, seed: $0)
    }
    let values =
      cost == "parameters"
      ? cells.map { Double($0.parameterCount) }
      : cells.compactMap { cell in
        cell.evaluation.measurements.first { $0.metric == cost && $0.position == 0 }?.value.number
      }
    guard values.count == cells.count else { return nil }
    return Interval.mean(of: values)?.estimate
  }
}
