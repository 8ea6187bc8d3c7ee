import Canvas
import Comparison
import Experiment

/// The task's quality against how often a solver evaluates the model, with the models that no other beats
/// in both.
public struct SolverPareto: FigureRecipe {
  /// Where its figures stand.
  public static let subject = FigureSubject.cost

  /// With every parameter at its default.
  public init() {}

  /// A figure where models tell how often they are evaluated.
  public func figures(from source: FigureSource) -> [FigureData] {
    guard let quality = source.quality else { return [] }
    let marks = source.models.enumerated().compactMap { index, model -> PointPlot.Mark? in
      guard let work = source.mean(source.evaluations, of: model), work.estimate > 0,
        let found = source.mean(quality, of: model)
      else { return nil }
      return PointPlot.Mark(
        name: model.title, style: index, x: work.estimate, y: found.estimate, lower: found.lower,
        upper: found.upper, isOnFront: false, left: work.lower, right: work.upper)
    }
    return marks.isEmpty ? [] : [figure(source, quality, marks)]
  }

  private func figure(
    _ source: FigureSource, _ quality: Quantity, _ marks: [PointPlot.Mark]
  ) -> FigureData {
    let title = source.title(ofMetric: quality.metric)
    let work = source.title(ofMetric: source.evaluations.metric)
    var plot = PointPlot(
      x: Axis("\(work), mean over samples", .logarithmic),
      y: Axis(
        source.axisTitle(ofMetric: quality.metric),
        source.law(ofMetric: quality.metric, values: marks.map(\.y))), points: marks,
      better: source.suite.metrics[quality.metric]?.direction ?? .lower)
    plot.markFront()
    let front = plot.points.filter(\.isOnFront).sorted { $0.x < $1.x }.map {
      "\($0.name) (\(NumberText.short($0.x)), \(NumberText.short($0.y)))"
    }
    return FigureData(
      kind: "solver-pareto", title: "\(title) against \(work)",
      caption: "Mean \(title) (\(quality.use)) against the mean \(work) of a sample on "
        + "\(source.task.title), both with their 95 % intervals over seeds. What lies in the shaded "
        + "region is beaten in both by a model on its edge.",
      reading: "No other model is at least as good with as few evaluations as: "
        + "\(front.joined(separator: "; ")).", content: .points(plot))
  }
}
