import Canvas
import Experiment

/// The loss over training steps: the median of the seeds and the range that they span.
public struct LearningCurve: FigureRecipe {
  /// The curve; empty for the validation loss, or the training loss where there is none.
  public var curve = ""
  /// The places that are drawn of a longer curve, evenly spread.
  public var maximumPlaces = 120

  /// Where its figures stand.
  public static let subject = FigureSubject.course

  /// With every parameter at its default.
  public init() {}

  /// The curves of all models that were trained.
  public func figures(from source: FigureSource) -> [FigureData] { [figure(source)] }

  private func figure(_ source: FigureSource) -> FigureData {
    let name = chosenCurve(source)
    let curves = CurveSeries(source: source, name: name, mostPlaces: maximumPlaces)
    let found = curves.series
    let words = name.replacing("-", with: " ")
    let isPositive = found.allSatisfy { $0.points.allSatisfy { $0.lower > 0 } }
    let plot = LinePlot(
      x: Axis("training \(curves.axis)"), y: Axis(words, isPositive ? .logarithmic : .linear),
      series: found, emphasised: source.emphasised(among: found.map(\.style)))
    return FigureData(
      kind: "learning-curve", title: "\(words.prefix(1).uppercased() + words.dropFirst())",
      caption: "\(words.prefix(1).uppercased() + words.dropFirst()) while training on "
        + "\(source.task.title): median over seeds, band from the smallest to the largest seed. "
        + "Losses of different models need not be the same function."
        + FigureSource.sentences(about: plot), content: .lines(plot))
  }

  private func chosenCurve(_ source: FigureSource) -> String {
    if !curve.isEmpty { return curve }
    let names = Set(source.cells.flatMap(\.evaluation.curves).map(\.name))
    return ["validation-loss", "training-loss"].first(where: names.contains) ?? "training-loss"
  }
}
