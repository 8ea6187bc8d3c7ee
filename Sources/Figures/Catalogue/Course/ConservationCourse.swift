import Canvas
import Experiment

/// How far predictions stray from what the equations conserve, over the steps of a roll-out.
public struct ConservationCourse: FigureRecipe {
  /// The metrics that measure a conserved quantity; those that were measured step by step are shown.
  public var metrics = ["divergence", "mass", "energy", "momentum"]

  /// Where its figures stand.
  public static let subject = FigureSubject.course

  /// With every parameter at its default.
  public init() {}

  /// A figure for each of the metrics.
  public func figures(from source: FigureSource) -> [FigureData] {
    let stepwise = StepSeries.metrics(source)
    return metrics.filter(stepwise.contains).map { figure($0, source) }
  }

  private func figure(_ metric: String, _ source: FigureSource) -> FigureData {
    let series = StepSeries(source: source, metric: metric).series
    let title = source.title(ofMetric: metric)
    let values = series.flatMap(\.points).map(\.lower)
    let plot = LinePlot(
      x: Axis("roll-out step"),
      y: Axis(
        source.axisTitle(ofMetric: metric), source.law(ofMetric: metric, values: values)),
      series: series,
      emphasised: source.emphasised(among: series.map(\.style), by: source.rolloutQuantity))
    let ends = series.compactMap { series in
      series.points.last.map { "\(series.name) \(NumberText.short($0.y))" }
    }
    return FigureData(
      kind: "conservation-course", title: "\(title) along the roll-out",
      caption: "\(title) of the prediction at every step of the roll-out on "
        + "\(source.task.title): median over seeds, band from the smallest to the largest seed. "
        + "Zero would be exact up to the discretisation of the measure."
        + StepSeries.crossSentence(series) + FigureSource.sentences(about: plot),
      reading: ends.isEmpty ? "" : "At the end: \(ends.joined(separator: "; ")).",
      content: .lines(plot))
  }
}
