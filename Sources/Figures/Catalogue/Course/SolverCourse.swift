import Canvas
import Experiment

/// Step size, error estimate and stiffness along the time of a solve, before and after the training.
public struct SolverCourse: FigureRecipe {
  /// The curves that are shown, those that some model has: a column each.
  public var curves = ["step-size", "error-estimate", "stiffness"]
  /// The models that are shown, the best ones first.
  public var mostModels = 4
  /// The places that are drawn of a longer curve, evenly spread.
  public var mostPlaces = 240

  /// Where its figures stand.
  public static let subject = FigureSubject.course

  /// With every parameter at its default.
  public init() {}

  /// A figure where models tell of their solves.
  public func figures(from source: FigureSource) -> [FigureData] {
    let found = source.ranking.compactMap { place, model -> (Int, String, CellResult)? in
      let cell = source.done(model).first { cell in
        curves.contains { !samples(cell, $0, "trained").isEmpty }
      }
      return cell.map { (place, model.title, $0) }
    }
    let shown = curves.filter { name in
      found.contains { !samples($0.2, name, "trained").isEmpty }
    }
    guard !shown.isEmpty else { return [] }
    let rows = found.prefix(mostModels).map { place, title, cell in
      PanelPlot.Row(
        name: title, style: place,
        panels: shown.map {
          PanelPlot.Panel(
            background: samples(cell, $0, "untrained"), foreground: samples(cell, $0, "trained"))
        })
    }
    let plot = PanelPlot(
      x: Axis("time"),
      columns: shown.map { Axis($0.replacing("-", with: " "), .logarithmic) }, rows: rows,
      background: "before training", foreground: "after")
    return [figure(source, plot, of: found.count)]
  }

  private func figure(_ source: FigureSource, _ plot: PanelPlot, of count: Int) -> FigureData {
    let steps = plot.rows.compactMap { row -> String? in
      guard let panel = row.panels.first else { return nil }
      let before = panel.background.isEmpty ? "" : "\(panel.background.count) before and "
      return "\(row.name) \(before)\(panel.foreground.count) after training"
    }
    return FigureData(
      kind: "solver-course", title: "Steps along time, before and after training",
      caption: "What the solver did at every accepted step of the first samples as one system, on "
        + "\(source.task.title), with the weights before and after training; the first seed, as "
        + "seeds step at different times. An error estimate of 1 is the tolerance."
        + (count > plot.rows.count ? " The best \(plot.rows.count) of \(count) models." : ""),
      reading: "Places drawn: \(steps.joined(separator: "; ")).", content: .panels(plot))
  }

  /// The positive values of a curve.
  private func samples(_ cell: CellResult, _ name: String, _ state: String) -> [LinePlot.Sample] {
    let curve = cell.evaluation.curves.first { $0.name == "\(name)/test/\(state)" }
    guard let curve else { return [] }
    return CurveSeries.places(of: curve.values.count, most: mostPlaces)
      .filter { curve.values[$0] > 0 }
      .map { LinePlot.Sample(x: curve.positions[$0], y: curve.values[$0]) }
  }
}
