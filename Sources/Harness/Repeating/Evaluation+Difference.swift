import Experiment

extension Evaluation {
  /// Where the results of two evaluations differ by a single bit, one sentence each; empty when all
  /// are the same. Costs (times, memory) are not compared.
  public func differences(from other: Evaluation) -> [String] {
    let (mine, theirs) = (results, other.results)
    guard mine.count == theirs.count else {
      return ["\(mine.count) results here, \(theirs.count) there"]
    }
    let numbers = zip(mine, theirs).filter { !$0.isIdentical(to: $1) }.map {
      "\($0.metric) on \($0.split), \($0.evaluation), position \($0.position): "
        + "\($0.value) here, \($1.value) there"
    }
    let series = curves.filter { curve in
      !other.curves.contains { $0.isIdentical(to: curve) }
    }
    return numbers + series.map { "the curve \($0.name)" }
  }

  /// In an order of their own: a store keeps that of the task, a baseline that of the names.
  private var results: [Measurement] {
    measurements.filter { $0.kind == .result }.sorted { left, right in
      (left.evaluation, left.metric, left.split, left.position)
        < (right.evaluation, right.metric, right.split, right.position)
    }
  }
}

extension Measurement {
  fileprivate func isIdentical(to other: Measurement) -> Bool {
    self == other && value.number?.bitPattern == other.value.number?.bitPattern
  }
}

extension Curve {
  fileprivate func isIdentical(to other: Curve) -> Bool {
    name == other.name && positions.map(\.bitPattern) == other.positions.map(\.bitPattern)
      && values.map(\.bitPattern) == other.values.map(\.bitPattern)
  }
}
