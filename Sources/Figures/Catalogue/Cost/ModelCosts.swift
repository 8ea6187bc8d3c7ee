import Canvas
import Comparison
import Experiment

/// What each model costs: training, prediction and memory, bars with the interval over seeds.
public struct ModelCosts: FigureRecipe {
  /// The measured costs that are shown, those that some cell has.
  public var costs = ["training-seconds", "frame-milliseconds"]

  /// Where its figures stand.
  public static let subject = FigureSubject.cost

  /// With every parameter at its default.
  public init() {}

  /// One figure with a panel for each cost.
  public func figures(from source: FigureSource) -> [FigureData] {
    let rows = source.ranking.filter { !source.done($0.model).isEmpty }
    guard !rows.isEmpty else { return [] }
    let panels =
      costs.compactMap { cost -> IntervalPlot.Panel? in
        panel(rows.map { measured(cost, source.done($0.model)) }, title: words(cost))
      }
      + [
        panel(
          rows.map { source.done($0.model).map(\.resources.peakMebibytes).filter { $0 > 0 } },
          title: "peak MiB"),
        panel(
          rows.map { source.done($0.model).map { Double($0.parameterCount) / 1e6 } },
          title: "10⁶ parameters"),
      ].compactMap { $0 }
    return [
      FigureData(
        kind: "model-costs", title: "Costs",
        caption: "Costs of each model on \(source.task.title), mean over seeds with its 95 % "
          + "interval; best error on top. Times and memory hold for the machine of the run.",
        reading: reading(rows.map(\.model.title), panels),
        content: .intervals(
          IntervalPlot(
            rows: rows.map { MatrixPlot.Heading($0.model.title, style: $0.place) }, panels: panels))
      )
    ]
  }

  private func measured(_ cost: String, _ cells: [CellResult]) -> [Double] {
    cells.compactMap { cell in
      cell.evaluation.measurements.first { $0.metric == cost && $0.position == 0 }?.value.number
    }
  }

  private func panel(_ values: [[Double]], title: String) -> IntervalPlot.Panel? {
    guard values.contains(where: { $0.contains { $0 > 0 } }) else { return nil }
    return IntervalPlot.Panel(
      title: title, intervals: values.map { $0.isEmpty ? nil : Interval.mean(of: $0) }, look: .bar)
  }

  private func words(_ cost: String) -> String {
    switch cost {
    case "training-seconds": "training s"
    case "frame-milliseconds": "ms a frame"
    default: cost.replacing("-", with: " ")
    }
  }

  private func reading(_ names: [String], _ panels: [IntervalPlot.Panel]) -> String {
    panels.compactMap { panel -> String? in
      let found = zip(names, panel.intervals).compactMap { name, interval in
        interval.map { (name, $0.estimate) }
      }
      guard let least = found.min(by: { $0.1 < $1.1 }), let most = found.max(by: { $0.1 < $1.1 })
      else { return nil }
      return "\(panel.title): from \(NumberText.short(least.1)) (\(least.0)) to "
        + "\(NumberText.short(most.1)) (\(most.0))."
    }.joined(separator: " ")
  }
}
