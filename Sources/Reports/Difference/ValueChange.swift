import Experiment

/// One quantity of one model on one task on both sides, over the seeds that both have.
struct ValueChange {
  struct Key: Hashable {
    let suite: String
    let task: String
    let model: String
    let profile: Profile
    let quantity: Quantity
  }

  let key: Key
  private(set) var before: [MeasuredValue] = []
  private(set) var after: [MeasuredValue] = []

  /// The seeds of which the value is not the same, bit by bit.
  var changed: Int { zip(before, after).count { $0 != $1 } }

  /// after / before of the means; nil unless both are positive.
  var ratio: Double? {
    guard let old = MeasuredValue.mean(before).number, let new = MeasuredValue.mean(after).number,
      old > 0, new > 0
    else { return nil }
    return new / old
  }

  /// Every whole result of cells that are done on both sides, in the order of the cells.
  static func all(_ pairs: [(before: CellResult, after: CellResult)]) -> [ValueChange] {
    var changes: [ValueChange] = []
    var places: [Key: Int] = [:]
    for (old, new) in pairs where old.state == .done && new.state == .done {
      let values = results(of: old)
      for (quantity, value) in ordered(new) {
        guard let earlier = values[quantity] else { continue }
        let name = new.identity
        let key = Key(
          suite: name.suite, task: name.task, model: name.model, profile: name.profile,
          quantity: quantity)
        let place = places[key] ?? changes.count
        if place == changes.count {
          places[key] = place
          changes.append(ValueChange(key: key))
        }
        changes[place].before.append(earlier)
        changes[place].after.append(value)
      }
    }
    return changes
  }

  private static func results(of cell: CellResult) -> [Quantity: MeasuredValue] {
    Dictionary(ordered(cell), uniquingKeysWith: { first, _ in first })
  }

  private static func ordered(_ cell: CellResult) -> [(Quantity, MeasuredValue)] {
    cell.evaluation.measurements.filter { $0.position == 0 && $0.kind == .result }.map {
      (Quantity(metric: $0.metric, evaluation: $0.evaluation, split: $0.split), $0.value)
    }
  }
}
