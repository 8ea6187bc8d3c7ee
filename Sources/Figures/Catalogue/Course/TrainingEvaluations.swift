import Canvas
import Experiment

/// How often a solver evaluates a model on the way forward and back of a training step, over the training.
public struct TrainingEvaluations: FigureRecipe {
  /// The curves that are shown.
  public var curves = ["training-nfe", "training-backward-nfe"]
  /// The places that are drawn of a longer curve, evenly spread.
  public var mostPlaces = 120

  /// Where its figures stand.
  public static let subject = FigureSubject.course

  /// With every parameter at its default.
  public init() {}

  /// A figure for each curve that some model has.
  public func figures(from source: FigureSource) -> [FigureData] {
    curves.compactMap { figure($0, source) }
  }

  private func figure(_ name: String, _ source: FigureSource) -> FigureData? {
    let curves = CurveSeries(source: source, name: name, mostPlaces: mostPlaces)
    let series = curves.series
    guard !series.isEmpty else { return nil }
    let metric = String(name.trimmingPrefix("training-"))
    let title = source.title(ofMetric: metric)
    let plot = LinePlot(
      x: Axis("training \(curves.axis)"), y: Axis("\(title), a batch"), series: series,
      emphasised: source.emphasised(among: series.map(\.style)))
    let ends = series.compactMap { line -> String? in
      guard let first = line.points.first, let last = line.points.last else { return nil }
      return "\(line.name) \(NumberText.short(first.y)) to \(NumberText.short(last.y))"
    }
    return FigureData(
      kind: "training-evaluations", title: "\(title) over the training",
      caption: "\(title) of a training step, the batch solved as one system, on "
        + "\(source.task.title): median over seeds, band from the smallest to the largest seed."
        + FigureSource.sentences(about: plot),
      reading: "From the first to the last step: \(ends.joined(separator: "; ")).",
      content: .lines(plot))
  }
}
