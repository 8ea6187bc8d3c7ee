import Canvas
import Experiment

/// Mean and standard deviation of a stochastic process over time, predicted beside the truth.
public struct MomentBands: FigureRecipe {
  /// The models that are shown, the best ones first.
  public var mostModels = 4

  /// Where its figures stand.
  public static let subject = FigureSubject.course

  /// With every parameter at its default.
  public init() {}

  /// A figure where a task stores the moments of its process.
  public func figures(from source: FigureSource) -> [FigureData] {
    let found = source.ranking.compactMap { place, model -> PanelPlot.Row? in
      let cells = source.done(model)
      let panels = (0..<Self.components(of: cells)).map { component in
        PanelPlot.Panel(
          background: band(cells, component, "truth"),
          foreground: band(cells, component, "prediction"))
      }
      return panels.isEmpty ? nil : PanelPlot.Row(name: model.title, style: place, panels: panels)
    }
    let count = found.map(\.panels.count).min() ?? 0
    guard count > 0 else { return [] }
    let rows = found.prefix(mostModels).map { row in
      PanelPlot.Row(name: row.name, style: row.style, panels: Array(row.panels.prefix(count)))
    }
    let plot = PanelPlot(
      x: Axis("time"), columns: (1...count).map { Axis("component \($0)") }, rows: rows,
      background: "truth", foreground: "prediction")
    return [
      FigureData(
        kind: "moment-bands", title: "Mean and spread over time",
        caption: "Mean of each component over the paths of the process on \(source.task.title), "
          + "band of one standard deviation to each side; predictions are averaged over seeds."
          + (found.count > rows.count
            ? " The best \(rows.count) of \(found.count) models." : ""),
        reading: reading(plot), content: .panels(plot))
    ]
  }

  /// How many components have a mean.
  private static func components(of cells: [CellResult]) -> Int {
    let names = Set(cells.flatMap(\.evaluation.curves).map(\.name))
    var count = 0
    while names.contains("mean-\(count)/test/moments/prediction") { count += 1 }
    return count
  }

  /// The mean of the seeds' means, with the mean of their standard deviations to each side.
  private func band(
    _ cells: [CellResult], _ component: Int, _ side: String
  ) -> [LinePlot.Sample] {
    let means = curves(cells, "mean-\(component)/test/moments/\(side)")
    let spreads = curves(cells, "standard-deviation-\(component)/test/moments/\(side)")
    guard let first = means.first else { return [] }
    let shortest = (means + spreads).map(\.values.count).min() ?? 0
    return (0..<shortest).map { place in
      let middle = average(means.map { $0.values[place] })
      let spread = average(spreads.map { $0.values[place] })
      return LinePlot.Sample(
        x: first.positions[place], y: middle, lower: middle - spread, upper: middle + spread)
    }
  }

  private func curves(_ cells: [CellResult], _ name: String) -> [Curve] {
    cells.compactMap { cell in cell.evaluation.curves.first { $0.name == name } }
  }

  private func average(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The largest distance of the means.
  private func reading(_ plot: PanelPlot) -> String {
    let distances = plot.rows.map { row -> String in
      let largest = row.panels.flatMap { panel in
        zip(panel.background, panel.foreground).map { abs($0.y - $1.y) }
      }.max()
      return "\(row.name) \(NumberText.short(largest ?? 0))"
    }
    return "Largest distance of the means: \(distances.joined(separator: "; "))."
  }
}
