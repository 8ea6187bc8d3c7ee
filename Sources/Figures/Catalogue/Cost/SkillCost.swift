import Canvas
import Comparison
import Experiment

/// The headline quantity against what training costs and how large a model is, with the models that
/// no other beats in both.
public struct SkillCost: FigureRecipe {
  /// The cost; cells without it are placed by the wall-clock time of the whole cell.
  public var cost = "training-seconds"

  /// Where its figures stand.
  public static let subject = FigureSubject.cost

  /// With every parameter at its default.
  public init() {}

  /// A figure for each cost, with a point for each model that has a value.
  public func figures(from source: FigureSource) -> [FigureData] {
    let isMeasured = source.cells.contains { measured($0) != nil }
    let words = isMeasured ? cost.replacing("-", with: " ") : "seconds of the whole cell"
    let time = figure(source, cost: words, note: " Times hold for the machine of the run.") {
      measured($0) ?? $0.resources.wallSeconds
    }
    let hasSizes = source.cells.contains { $0.parameterCount > 0 }
    guard hasSizes else { return [time] }
    let size = figure(source, cost: "trainable parameters", note: "") {
      $0.parameterCount > 0 ? Double($0.parameterCount) : nil
    }
    return [time, size]
  }

  private func figure(
    _ source: FigureSource, cost: String, note: String, of value: (CellResult) -> Double?
  ) -> FigureData {
    let summary = source.summaries.first
    let metric = summary?.quantity.metric ?? ""
    let marks = source.models.enumerated().compactMap { index, model -> PointPlot.Mark? in
      guard let found = summary?.standings.first(where: { $0.model == model.id })?.interval,
        let cost = mean(source.done(model).compactMap(value))
      else { return nil }
      return PointPlot.Mark(
        name: model.title, style: index, x: cost, y: found.estimate, lower: found.lower,
        upper: found.upper, isOnFront: false)
    }
    let title = source.title(ofMetric: metric)
    var plot = PointPlot(
      x: Axis(cost, marks.allSatisfy { $0.x > 0 } ? .logarithmic : .linear),
      y: Axis(
        source.axisTitle(ofMetric: metric),
        source.law(ofMetric: metric, values: marks.map(\.y))), points: marks,
      better: summary?.direction ?? .lower)
    plot.markFront()
    let front = plot.points.filter(\.isOnFront).map(\.name).joined(separator: ", ")
    return FigureData(
      kind: "skill-cost", title: "\(title) against \(cost)",
      caption:
        "Mean \(title) with its 95 % interval against \(cost), mean over seeds. What lies in "
        + "the shaded region is beaten in both by a model on its edge.\(note)",
      reading: "No other model is at least as good and as cheap as: "
        + "\(front.isEmpty ? "none" : front).",
      content: .points(plot))
  }

  private func measured(_ cell: CellResult) -> Double? {
    cell.evaluation.measurements.first { $0.metric == cost && $0.position == 0 }?.value.number
  }

  private func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
