import Experiment

extension Evaluation {
  /// The same with every number that is not finite made a missing one, and every curve ended before
  /// its first: a metric or a model that let a NaN slip must not reach the store.
  var finite: Evaluation {
    Evaluation(
      measurements: measurements.map(\.finite), curves: curves.map(\.finite),
      snapshots: snapshots)
  }
}

extension Measurement {
  fileprivate var finite: Measurement {
    guard let number = value.number, !number.isFinite else { return self }
    return Measurement(
      metric: metric, split: split, evaluation: evaluation, position: position,
      value: MeasuredValue(number), sampleCount: sampleCount, kind: kind)
  }
}

extension Curve {
  fileprivate var finite: Curve {
    let end = values.firstIndex { !$0.isFinite } ?? values.count
    return Curve(
      name: name, axis: axis, positions: Array(positions.prefix(end)),
      values: Array(values.prefix(end)))
  }
}
