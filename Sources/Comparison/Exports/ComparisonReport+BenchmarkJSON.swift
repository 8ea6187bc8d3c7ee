import Experiment

extension ComparisonReport {
  /// Our values in the `customSmallerIsBetter` form of github-action-benchmark: an array of name, unit,
  /// value, range and extra. Quantities of which larger is better are negated and say so in their
  /// name, since one such file has one direction. Costs follow; rows without our value are left out.
  public var githubActionBenchmark: String {
    let errors = rows.compactMap { row -> String? in
      guard let ours = row.ours else { return nil }
      let isNegated = row.evidence?.direction == .higher
      return entry(
        name: "\(row.suite)/\(row.task)/\(row.model) \(row.quantityText)"
          + (isNegated ? " (negated)" : ""),
        unit: row.quantity.metric, value: isNegated ? -ours.estimate : ours.estimate,
        interval: ours, extra: row.sentence)
    }
    let costs = costs.compactMap { row -> String? in
      guard let ours = row.ours else { return nil }
      return entry(
        name: "\(row.suite)/\(row.task)/\(row.model) \(row.cost)", unit: row.unit,
        value: ours.estimate, interval: ours, extra: row.sentence)
    }
    return "[\n" + (errors + costs).map { "  " + $0 }.joined(separator: ",\n") + "\n]\n"
  }

  /// Our values in Bencher's metric format: benchmark name to measure to value with its bounds.
  public var bencherMetricFormat: String {
    var measures: [String: [(String, Interval)]] = [:]
    for row in rows {
      guard let ours = row.ours else { continue }
      let name = "\(row.suite)/\(row.task)/\(row.model)"
      let quantity = row.quantity
      measures[name, default: []].append(
        ("\(quantity.metric)-\(quantity.evaluation)-\(quantity.split)", ours))
    }
    for row in costs {
      guard let ours = row.ours else { continue }
      measures["\(row.suite)/\(row.task)/\(row.model)", default: []].append((row.cost, ours))
    }
    let entries = measures.sorted { $0.key < $1.key }.map { name, values in
      let inner = values.sorted { $0.0 < $1.0 }.map { ($0.0, bounded($0.1)) }
      return "  " + JSONFragment.string(name) + ":" + JSONFragment.object(inner)
    }
    return "{\n" + entries.joined(separator: ",\n") + "\n}\n"
  }

  private func entry(
    name: String, unit: String, value: Double, interval: Interval, extra: String
  ) -> String {
    // The longer side, as an interval that is cut at a range's end is not symmetric.
    let half = max(interval.upper - interval.estimate, interval.estimate - interval.lower)
    return JSONFragment.object([
      ("name", JSONFragment.string(name)), ("unit", JSONFragment.string(unit)),
      ("value", JSONFragment.number(value)),
      ("range", JSONFragment.string("\u{B1} \(NumberText.short(half))")),
      ("extra", JSONFragment.string(extra)),
    ])
  }

  /// A single value has no bounds.
  private func bounded(_ interval: Interval) -> String {
    let value = [("value", JSONFragment.number(interval.estimate))]
    guard interval.count > 1 else { return JSONFragment.object(value) }
    return JSONFragment.object(
      value + [
        ("lower_value", JSONFragment.number(interval.lower)),
        ("upper_value", JSONFragment.number(interval.upper)),
      ])
  }
}
