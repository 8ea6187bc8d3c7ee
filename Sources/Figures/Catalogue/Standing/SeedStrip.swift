import Canvas
import Comparison
import Experiment

/// Every seed of every model as a dot, with the interval of the mean: the table as a picture.
public struct SeedStrip: FigureRecipe {
  /// Where its figures stand.
  public static let subject = FigureSubject.standing

  /// With every parameter at its default.
  public init() {}

  /// A figure for each primary quantity, a row for each model, the best on top.
  public func figures(from source: FigureSource) -> [FigureData] {
    source.summaries.map { figure($0, source) }
  }

  private func figure(_ summary: TaskSummary, _ source: FigureSource) -> FigureData {
    let places = Dictionary(
      source.models.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = summary.standings.map { standing in
      let place = places[standing.model] ?? source.models.count
      return DotPlot.Row(
        name: source.models.indices.contains(place) ? source.models[place].title : standing.model,
        style: place, values: standing.seeds.compactMap(\.number), interval: standing.interval,
        note: note(standing), standing: mark(standing))
    }
    let metric = summary.quantity.metric
    let use = summary.quantity.evaluation == "rollout" ? "roll-out" : summary.quantity.evaluation
    let title = "\(source.title(ofMetric: metric)), \(use)"
    let law = source.law(
      ofMetric: metric, values: rows.flatMap { $0.values + [$0.interval?.estimate ?? 1] })
    return FigureData(
      kind: "seed-strip", title: title, caption: caption(summary), reading: reading(rows),
      content: .dots(DotPlot(axis: Axis(source.axisTitle(ofMetric: metric), law), rows: rows)))
  }

  private func caption(_ summary: TaskSummary) -> String {
    let way = summary.direction == .lower ? "smaller" : "larger"
    return "A dot for every seed, a bar for the mean and its 95 % interval; \(way) is better."
  }

  private func reading(_ rows: [DotPlot.Row]) -> String {
    rows.map { row in
      guard let mean = row.interval else { return "\(row.name) has no value" }
      return "\(row.name) \(NumberText.short(mean.estimate)) "
        + "[\(NumberText.short(mean.lower)), \(NumberText.short(mean.upper))]"
    }.joined(separator: "; ")
  }

  private func note(_ standing: Standing) -> String {
    let reasons = standing.seeds.compactMap(\.reason)
    guard let first = reasons.first else { return "" }
    return reasons.count == standing.seeds.count
      ? "no value: \(first)" : "\(reasons.count) of \(standing.seeds.count) seeds missing: \(first)"
  }

  private func mark(_ standing: Standing) -> DotPlot.Standing {
    standing.rank == 1 ? .best : standing.isIndistinguishableFromBest ? .tied : .other
  }
}
