import Canvas
import Experiment

/// The errors of all test samples of each model as a box: a mean may rest on a few bad samples.
public struct ErrorDistribution: FigureRecipe {
  /// Fewer samples than this make no distribution.
  public var minimumSamples = 5

  /// Where its figures stand.
  public static let subject = FigureSubject.standing

  /// With every parameter at its default.
  public init() {}

  /// A figure for each primary quantity whose samples were kept.
  public func figures(from source: FigureSource) -> [FigureData] {
    source.task.primary.compactMap { figure($0, source) }
  }

  private func figure(_ quantity: Quantity, _ source: FigureSource) -> FigureData? {
    let found = source.ranking.compactMap { place, model -> DotPlot.Row? in
      let values = source.samples(quantity, of: model).filter(\.isFinite)
      guard values.count >= minimumSamples else { return nil }
      return DotPlot.Row(name: model.title, style: place, values: values, interval: nil)
    }
    guard !found.isEmpty else { return nil }
    let rows = raised(found)
    let title = source.title(ofMetric: quantity.metric)
    let law = source.law(ofMetric: quantity.metric, values: rows.flatMap(\.values))
    let medians = rows.compactMap { row in
      Box(row.values).map { "\(row.name) \(NumberText.short($0.median))" }
    }
    return FigureData(
      kind: "error-distribution", title: "\(title) of single samples, \(quantity.use)",
      caption: "\(title) of every test sample of every seed on \(source.task.title): the box holds "
        + "half of them around the median, whiskers reach to the last within one and a half "
        + "boxes, dots lie outside. Best mean on top."
        + (rows == found ? "" : " Values below a millionth of the largest stand at that floor."),
      reading: "Medians: \(medians.joined(separator: "; ")).",
      content: .dots(
        DotPlot(
          axis: Axis(source.axisTitle(ofMetric: quantity.metric), law), rows: rows, look: .box,
          value: "one sample")))
  }

  /// The rows with values that are next to nothing at a floor, so that a sample which one model meets to
  /// rounding does not flatten all others.
  private func raised(_ rows: [DotPlot.Row]) -> [DotPlot.Row] {
    let values = rows.flatMap(\.values)
    guard values.allSatisfy({ $0 >= 0 }) else { return rows }
    let floor = 1e-6 * (values.max() ?? 0)
    return rows.map { row in
      var row = row
      row.values = row.values.map { max($0, floor) }
      return row
    }
  }
}
