import Canvas
import Experiment

/// How long each roll-out stays with the truth, a dot for every roll-out of every seed.
public struct ValidTime: FigureRecipe {
  /// The metric, whose value is a number of frames.
  public var metric = "correlation-time"

  /// Where its figures stand.
  public static let subject = FigureSubject.course

  /// With every parameter at its default.
  public init() {}

  /// A figure for each evaluation that kept the metric's samples.
  public func figures(from source: FigureSource) -> [FigureData] {
    let names = Set(
      source.cells.flatMap { cell in
        cell.evaluation.curves.map(\.name).filter { $0.hasPrefix("\(metric)/") }
      })
    return names.sorted().compactMap { name in
      let parts = name.split(separator: "/").map(String.init)
      guard parts.count == 4, parts[3] == "samples" else { return nil }
      return figure(Quantity(metric: metric, evaluation: parts[2], split: parts[1]), source)
    }
  }

  private func figure(_ quantity: Quantity, _ source: FigureSource) -> FigureData? {
    let rows = source.ranking.compactMap { place, model -> DotPlot.Row? in
      let values = source.samples(quantity, of: model).filter(\.isFinite)
      return values.isEmpty
        ? nil : DotPlot.Row(name: model.title, style: place, values: values, interval: nil)
    }
    guard !rows.isEmpty else { return nil }
    let medians = rows.compactMap { row in
      Box(row.values).map { "\(row.name) \(NumberText.short($0.median))" }
    }
    let title = source.title(ofMetric: metric)
    return FigureData(
      kind: "valid-time", title: title,
      caption: "\(title) of every roll-out of every seed on \(source.task.title): a dot each, the "
        + "box holds half of them around the median. Roll-outs end with the data, so the largest "
        + "value means at least that long. Smallest error on top.",
      reading: "Medians: \(medians.joined(separator: "; ")).",
      content: .dots(
        DotPlot(
          axis: Axis(source.axisTitle(ofMetric: metric)), rows: rows, look: .box,
          value: "one roll-out")))
  }
}
