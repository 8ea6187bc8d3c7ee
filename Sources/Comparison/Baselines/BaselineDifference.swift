import Experiment

/// What changed between two baselines, value by value.
public struct BaselineDifference: Sendable, Equatable {
  /// One value of one cell.
  public struct Entry: Sendable, Equatable {
    /// The cell.
    public var cell: CellIdentity
    /// The quantity.
    public var quantity: Quantity
    /// The place on a curve, or 0 for the whole.
    public var position: Int
    /// Before; nil when it was not there.
    public var before: MeasuredValue?
    /// After; nil when it is not there any more.
    public var after: MeasuredValue?
  }

  /// Values of results that differ, sorted by cell and name; costs are not compared.
  public let entries: [Entry]
  /// Cells whose key changed while no value did.
  public let rekeyed: [CellIdentity]

  /// The difference from `before` to `after`.
  public init(from before: Baseline, to after: Baseline) {
    let (old, new) = (BaselineDifference.values(before), BaselineDifference.values(after))
    entries = Set(old.keys).union(new.keys).sorted().compactMap { name in
      old[name] == new[name]
        ? nil
        : Entry(
          cell: name.cell, quantity: name.quantity, position: name.position, before: old[name],
          after: new[name])
    }
    let changed = Set(entries.map(\.cell))
    let keys = Dictionary(before.frame.cells.map { ($0.identity, $0.key) }) { first, _ in first }
    rekeyed = after.frame.cells.filter { cell in
      keys[cell.identity].map { $0 != cell.key } ?? false && !changed.contains(cell.identity)
    }.map(\.identity).sorted()
  }

  /// One line a value: `+` added, `-` removed, `~` changed, with a last line of counts.
  public var text: String {
    let lines = entries.map { entry -> String in
      let quantity = entry.quantity
      let place = entry.position == 0 ? "" : " at \(entry.position)"
      let name =
        "\(entry.cell) \(quantity.metric) \(quantity.evaluation) \(quantity.split)\(place)"
      switch (entry.before, entry.after) {
      case (nil, let after?): return "+ \(name) \(Self.text(after))"
      case (let before?, nil): return "- \(name) \(Self.text(before))"
      case (let before?, let after?):
        return "~ \(name) \(Self.text(before)) -> \(Self.text(after))"
      case (nil, nil): preconditionFailure("a value that is on neither side differs nowhere")
      }
    }
    return (lines + [tally]).map { $0 + "\n" }.joined()
  }

  private var tally: String {
    let added = entries.count { $0.before == nil }
    let removed = entries.count { $0.after == nil }
    return "\(added) added, \(removed) removed, \(entries.count - added - removed) changed; "
      + "\(rekeyed.count) \(rekeyed.count == 1 ? "cell" : "cells") with another key and the same "
      + "values."
  }

  private static func text(_ value: MeasuredValue) -> String {
    switch value {
    case .value(let number): number.description
    case .missing(let reason): "missing: \(reason)"
    }
  }

  private struct Name: Hashable, Comparable {
    let cell: CellIdentity
    let quantity: Quantity
    let position: Int

    private var key: (String, String, String, Int) {
      (quantity.metric, quantity.evaluation, quantity.split, position)
    }

    static func < (left: Name, right: Name) -> Bool {
      left.cell == right.cell ? left.key < right.key : left.cell < right.cell
    }
  }

  private static func values(_ baseline: Baseline) -> [Name: MeasuredValue] {
    var found: [Name: MeasuredValue] = [:]
    for cell in baseline.frame.cells {
      for measurement in cell.evaluation.measurements where measurement.kind == .result {
        let name = Name(
          cell: cell.identity,
          quantity: Quantity(
            metric: measurement.metric, evaluation: measurement.evaluation,
            split: measurement.split), position: measurement.position)
        found[name] = measurement.value
      }
    }
    return found
  }
}
