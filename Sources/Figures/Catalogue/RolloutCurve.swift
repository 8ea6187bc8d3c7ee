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
    let found = source.models.enumerated().compactMap { index, model in
      series(source.cells(of: model.id), metric: metric, name: model.title, style: index)
    }
    let values = found.flatMap(\.points).map(\.lower)
    let broken = found.filter { $0.ending == .broken }.map(\.name)
    let title = source.title(ofMetric: metric)
    return FigureData(
      kind: "rollout-curve", title: "\(title) along the roll-out",
      caption: "\(title) at every step of the roll-out on \(source.task.title): "
        + "median over seeds, band from the smallest to the largest seed." + crossSentence(broken),
      reading: endSentence(found),
      content: .lines(
        LinePlot(
          x: Axis("roll-out step"),
          y: Axis(
            source.axisTitle(ofMetric: metric), source.law(ofMetric: metric, values: values)),
          series: found)))
  }

  private func crossSentence(_ broken: [String]) -> String {
    guard !broken.isEmpty else { return "" }
    return " A cross ends a curve where a seed has no finite value any more "
      + "(\(broken.joined(separator: ", ")))."
  }

  private func endSentence(_ series: [LinePlot.Series]) -> String {
    let ends = series.compactMap { series in
      series.points.last.map { "\(series.name) \(NumberText.short($0.y)) at step \(Int($0.x))" }
    }
    return ends.isEmpty ? "" : "Last values: \(ends.joined(separator: "; "))."
  }

  private func chosenMetric(_ source: FigureSource) -> String {
    if !metric.isEmpty { return metric }
    let stepwise = Set(
      source.cells.flatMap(\.evaluation.measurements).filter { $0.position > 0 }.map(\.metric))
    let primary = source.task.primary.map(\.metric)
    return primary.first(where: stepwise.contains) ?? stepwise.min() ?? primary.first ?? ""
  }

  private func series(
    _ cells: [CellResult], metric: String, name: String, style: Int
  ) -> LinePlot.Series? {
    let runs = cells.filter { $0.state == .done }.map { cell in
      cell.evaluation.measurements.filter { $0.metric == metric && $0.position > 0 }
        .sorted { $0.position < $1.position }
    }.filter { !$0.isEmpty }
    guard let length = runs.map(\.count).max() else { return nil }
    var points: [LinePlot.Sample] = []
    for step in 0..<length {
      let values = runs.compactMap { $0.indices.contains(step) ? $0[step].value.number : nil }
      guard values.count == runs.count else { break }
      points.append(SeedRange(values).sample(at: Double(runs[0][step].position)))
    }
    return LinePlot.Series(
      name: name, style: style, points: points,
      ending: points.count == length ? .complete : .broken)
  }
}
