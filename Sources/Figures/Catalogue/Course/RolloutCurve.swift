import Canvas
import Experiment

/// A metric over the steps of a roll-out: the median of the seeds and the range that they span.
public struct RolloutCurve: FigureRecipe {
  /// The metric; empty for the first primary one that was measured step by step.
  public var metric = ""

  /// Where its figures stand.
  public static let subject = FigureSubject.course

  /// With every parameter at its default.
  public init() {}

  /// The curves of all models; a curve ends where one of its seeds has no number any more.
  public func figures(from source: FigureSource) -> [FigureData] { [figure(source)] }

  private func figure(_ source: FigureSource) -> FigureData {
    let metric = chosenMetric(source)
    let series = StepSeries(source: source, metric: metric).series
    let values = series.flatMap(\.points).map(\.lower)
    let title = source.title(ofMetric: metric)
    let quantity = source.task.primary.first { $0.metric == metric && $0.evaluation == "rollout" }
    let plot = LinePlot(
      x: Axis("roll-out step"),
      y: Axis(
        source.axisTitle(ofMetric: metric), source.law(ofMetric: metric, values: values)),
      series: series,
      emphasised: source.emphasised(among: series.map(\.style), by: quantity))
    return FigureData(
      kind: "rollout-curve", title: "\(title) along the roll-out",
      caption: "\(title) at every step of the roll-out on \(source.task.title): "
        + "median over seeds, band from the smallest to the largest seed."
        + StepSeries.crossSentence(series) + FigureSource.sentences(about: plot),
      reading: endSentence(series), content: .lines(plot))
  }

  private func endSentence(_ series: [LinePlot.Series]) -> String {
    let ends = series.compactMap { series in
      series.points.last.map { "\(series.name) \(NumberText.short($0.y)) at step \(Int($0.x))" }
    }
    return ends.isEmpty ? "" : "Last values: \(ends.joined(separator: "; "))."
  }

  private func chosenMetric(_ source: FigureSource) -> String {
    if !metric.isEmpty { return metric }
    let stepwise = StepSeries.metrics(source)
    let primary = source.task.primary.map(\.metric)
    return primary.first(where: stepwise.contains) ?? stepwise.min() ?? primary.first ?? ""
  }
}
