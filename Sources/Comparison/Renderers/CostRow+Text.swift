extension CostRow {
  /// The model, with the baseline's model where that is another one.
  var modelText: String { model == baselineModel ? model : "\(model) against \(baselineModel)" }

  /// As in `waves/ripple training-seconds`.
  var placeText: String { "\(suite)/\(task) \(cost)" }

  /// A value with its unit.
  func valueText(_ interval: Interval?) -> String {
    interval.map { "\(NumberText.interval($0)) \(unit)" } ?? "missing"
  }
}

extension ComparisonReport {
  /// How many costs have each verdict, in one phrase.
  var costTally: String {
    let judged = costs.filter { $0.verdict != nil }
    let counts = [Verdict.worse, .better, .equivalent, .undecided].map { verdict in
      "\(judged.count { $0.verdict == verdict }) \(verdict.rawValue)"
    }
    return "\(costs.count) \(costs.count == 1 ? "cost" : "costs"), "
      + (judged.isEmpty ? "none judged" : counts.joined(separator: ", "))
  }

  /// Each reason for which costs are not judged, once, with how many it holds for.
  var unjudgedCosts: [String] {
    var counts: [(sentence: String, count: Int)] = []
    for row in costs where row.verdict == nil {
      if let place = counts.firstIndex(where: { $0.sentence == row.sentence }) {
        counts[place].count += 1
      } else {
        counts.append((row.sentence, 1))
      }
    }
    return counts.map { "\($0.count) \($0.sentence)" }
  }
}
