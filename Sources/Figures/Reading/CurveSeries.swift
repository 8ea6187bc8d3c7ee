import Experiment

/// A stored curve that all seeds of a model have at the same places, one series for each model.
struct CurveSeries {
  let source: FigureSource
  /// The curve's name, as in `training-loss`.
  let name: String
  /// The places that are drawn of a longer curve, evenly spread.
  let mostPlaces: Int

  /// The median of the seeds and the range that they span, up to where the shortest one ends.
  var series: [LinePlot.Series] {
    source.models.enumerated().compactMap { index, model in
      let points = samples(
        source.done(model).compactMap { $0.evaluation.curves.first { $0.name == name } })
      return points.isEmpty ? nil : LinePlot.Series(name: model.title, style: index, points: points)
    }
  }

  /// What the curves are over.
  var axis: String {
    source.cells.flatMap(\.evaluation.curves).first { $0.name == name }?.axis ?? "step"
  }

  private func samples(_ curves: [Curve]) -> [LinePlot.Sample] {
    guard let shortest = curves.min(by: { $0.values.count < $1.values.count }),
      !shortest.values.isEmpty
    else { return [] }
    return Self.places(of: shortest.values.count, most: mostPlaces).map { place in
      SeedRange(curves.map { $0.values[place] }).sample(at: shortest.positions[place])
    }
  }

  /// At most about `most` of `count` places, the first and the last among them.
  static func places(of count: Int, most: Int) -> [Int] {
    guard count > 0 else { return [] }
    let stride = max(1, Int((Double(count) / Double(most)).rounded(.up)))
    let places = Array(Swift.stride(from: 0, to: count, by: stride))
    return places.last == count - 1 ? places : places + [count - 1]
  }
}
