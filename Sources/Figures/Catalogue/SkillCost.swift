import Canvas
import Comparison
import Experiment

/// The headline quantity against the time that training took, with the models that no other beats
/// in both.
public struct SkillCost: FigureRecipe {
  /// The cost; cells without it are placed by the wall-clock time of the whole cell.
  public var cost = "training-seconds"

  /// Where its figures stand.
  public static let subject = FigureSubject.cost

  /// With every parameter at its default.
  public init() {}

  /// A point for each model that has a value.
  public func figures(from source: FigureSource) -> [FigureData] { [figure(source)] }

  private func figure(_ source: FigureSource) -> FigureData {
    let summary = source.summaries.first
    let metric = summary?.quantity.metric ?? ""
    var marks = source.models.enumerated().compactMap { index, model -> PointPlot.Mark? in
      guard let found = summary?.standings.first(where: { $0.model == model.id })?.interval,
        let seconds = meanCost(source.cells(of: model.id))
      else { return nil }
      return PointPlot.Mark(
        name: model.title, style: index, x: seconds, y: found.estimate, lower: found.lower,
        upper: found.upper, isOnFront: false)
    }
    markFront(&marks, better: summary?.direction ?? .lower)
    let front = marks.filter(\.isOnFront).map(\.name).joined(separator: ", ")
    let isMeasured = source.cells.contains { hasCost($0) }
    let words = isMeasured ? cost.replacing("-", with: " ") : "seconds of the whole cell"
    return FigureData(
      kind: "skill-cost", title: "\(source.title(ofMetric: metric)) against cost",
      caption: "Mean \(source.title(ofMetric: metric)) with its 95 % interval against \(words), "
        + "mean over seeds. The dashed line joins models that no other beats in both. Times hold "
        + "for the machine of the run.",
      reading: "No other model is at least as good and as cheap as: "
        + "\(front.isEmpty ? "none" : front).",
      content: .points(
        PointPlot(
          x: Axis(words, marks.allSatisfy { $0.x > 0 } ? .logarithmic : .linear),
          y: Axis(
            source.axisTitle(ofMetric: metric),
            source.law(ofMetric: metric, values: marks.map(\.lower))), points: marks)))
  }

  private func hasCost(_ cell: CellResult) -> Bool {
    cell.evaluation.measurements.contains { $0.metric == cost && $0.value.number != nil }
  }

  private func meanCost(_ cells: [CellResult]) -> Double? {
    let seconds = cells.filter { $0.state == .done }.map { cell in
      cell.evaluation.measurements.first { $0.metric == cost }?.value.number
        ?? cell.resources.wallSeconds
    }
    return seconds.isEmpty ? nil : seconds.reduce(0, +) / Double(seconds.count)
  }

  private func markFront(_ marks: inout [PointPlot.Mark], better direction: Direction) {
    let sign: Double = direction == .lower ? 1 : -1
    for index in marks.indices {
      let mark = marks[index]
      marks[index].isOnFront = !marks.contains { other in
        other.x <= mark.x && sign * other.y <= sign * mark.y
          && (other.x < mark.x || sign * other.y < sign * mark.y)
      }
    }
  }
}
