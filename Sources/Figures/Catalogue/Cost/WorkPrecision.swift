import Canvas
import Comparison
import Experiment

/// The error against the time that a prediction takes, on two axes of ratios, with lines of equal
/// efficiency and the time of the solver that made the data: a work-precision diagram.
public struct WorkPrecision: FigureRecipe {
  /// The cost of a prediction.
  public var cost = "frame-milliseconds"
  /// The cost of the same by a classical solver.
  public var solverCost = "solver-milliseconds"

  /// Where its figures stand.
  public static let subject = FigureSubject.cost

  /// With every parameter at its default.
  public init() {}

  /// A figure for the headline quantity, where it and the cost are positive.
  public func figures(from source: FigureSource) -> [FigureData] {
    guard let summary = source.summaries.first, summary.direction == .lower else { return [] }
    let marks = source.models.enumerated().compactMap { index, model -> PointPlot.Mark? in
      guard let found = summary.standings.first(where: { $0.model == model.id })?.interval,
        let time = mean(cost, source.done(model)), time > 0, found.estimate > 0
      else { return nil }
      return PointPlot.Mark(
        name: model.title, style: index, x: time, y: found.estimate, lower: found.lower,
        upper: found.upper, isOnFront: false)
    }
    guard !marks.isEmpty else { return [] }
    let slowest = marks.map(\.x).max() ?? 1
    let failed = source.models.enumerated().compactMap { index, model -> PointPlot.Mark? in
      guard source.done(model).isEmpty, !source.cells(of: model.id).isEmpty else { return nil }
      return PointPlot.Mark(
        name: model.title, style: index, x: slowest, y: 0, lower: 0, upper: 0, isOnFront: false)
    }
    let solver = mean(solverCost, source.cells.filter { $0.state == .done })
    return [figure(source, summary, marks, failed: failed, solver: solver)]
  }

  private func figure(
    _ source: FigureSource, _ summary: TaskSummary, _ marks: [PointPlot.Mark],
    failed: [PointPlot.Mark], solver: Double?
  ) -> FigureData {
    let metric = summary.quantity.metric
    let title = source.title(ofMetric: metric)
    var plot = PointPlot(
      x: Axis(cost.replacing("-", with: " "), .logarithmic),
      y: Axis(source.axisTitle(ofMetric: metric), .logarithmic), points: marks, ground: .products,
      failed: failed, guides: solver.map { [.vertical($0, "solver")] } ?? [])
    plot.markFront()
    let efficient = marks.min { $0.x * $0.y < $1.x * $1.y }
    return FigureData(
      kind: "work-precision", title: "\(title) against the time of a prediction",
      caption: "Mean \(title) (\(summary.quantity.use)) with its 95 % interval against "
        + "\(cost.replacing("-", with: " ")), mean over seeds, on \(source.task.title). Along a "
        + "dotted line error × time is the same, a decade from one to the next. What lies in the "
        + "shaded region is beaten in both."
        + (solver == nil ? "" : " The dashed line is the solver that made the data.")
        + (failed.isEmpty ? "" : " Hollow marks at the border have no value.")
        + " Times hold for the machine of the run.",
      reading: efficient.map {
        "The smallest error × time has \($0.name): \(NumberText.short($0.y)) in "
          + "\(NumberText.short($0.x)) ms."
      } ?? "", content: .points(plot))
  }

  private func mean(_ cost: String, _ cells: [CellResult]) -> Double? {
    let values = cells.compactMap { cell in
      cell.evaluation.measurements.first { $0.metric == cost && $0.position == 0 }?.value.number
    }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
