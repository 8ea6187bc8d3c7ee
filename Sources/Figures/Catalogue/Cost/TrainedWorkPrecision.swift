import Canvas
import Comparison
import Experiment

/// The quality of each trained model under other settings of its solver against how often it is evaluated
/// then: the work-precision diagram of trained models.
public struct TrainedWorkPrecision: FigureRecipe {
  /// Where its figures stand.
  public static let subject = FigureSubject.cost

  /// With every parameter at its default.
  public init() {}

  /// A figure for each family of settings, as of tolerances and of fixed numbers of steps.
  public func figures(from source: FigureSource) -> [FigureData] {
    guard let quality = source.quality else { return [] }
    var families: [String] = []
    for family in source.variants.map(Self.family) where !families.contains(family) {
      families.append(family)
    }
    return families.compactMap { figure(source, quality, family: $0) }
  }

  /// `tolerance` of `tolerance-0.01`.
  private static func family(of variant: String) -> String {
    variant.lastIndex(of: "-").map { String(variant[..<$0]) } ?? variant
  }

  private func figure(
    _ source: FigureSource, _ quality: Quantity, family: String
  ) -> FigureData? {
    let names = source.variants.filter { Self.family(of: $0) == family }
    let series = source.models.enumerated().compactMap { index, model in
      curve(source, quality, model, names, style: index)
    }
    guard !series.isEmpty else { return nil }
    let title = source.title(ofMetric: quality.metric)
    let work = source.title(ofMetric: source.evaluations.metric)
    let plot = LinePlot(
      x: Axis("\(work), mean over samples", .logarithmic),
      y: Axis(
        source.axisTitle(ofMetric: quality.metric),
        source.law(
          ofMetric: quality.metric, values: series.flatMap(\.points).map(\.y))),
      series: series,
      emphasised: source.emphasisedWithReferences(among: series.map(\.style), by: quality))
    let words = family.replacing("-", with: " ")
    return FigureData(
      kind: "trained-work-precision", title: "\(title) of trained models by setting: \(words)",
      caption: "Mean \(title) (\(quality.use)) of each trained model against its mean \(work) on "
        + "\(source.task.title), solved again under other settings (\(words)) without other "
        + "training; band: 95 % interval over seeds. A ring is the model's own setting."
        + emphasis(plot, source), reading: reading(series, work: work),
      content: .lines(plot))
  }

  /// Which curves are coloured.
  private func emphasis(_ plot: LinePlot, _ source: FigureSource) -> String {
    plot.emphasised.isEmpty || source.suite.questions.isEmpty
      ? FigureSource.sentences(about: plot)
      : " The best ones and the reference are coloured, the others thin and grey."
  }

  /// The settings at which every seed has both numbers, by work.
  private func curve(
    _ source: FigureSource, _ quality: Quantity, _ model: SuiteDescription.ModelEntry,
    _ names: [String], style: Int
  ) -> LinePlot.Series? {
    let found = ([nil] + names.map(Optional.some)).compactMap { name -> (Bool, LinePlot.Sample)? in
      guard let work = source.mean(source.evaluations.variant(name), of: model), work.estimate > 0,
        let value = source.mean(quality.variant(name), of: model)
      else { return nil }
      return (
        name == nil,
        LinePlot.Sample(
          x: work.estimate, y: value.estimate, lower: value.lower, upper: value.upper)
      )
    }.sorted { ($0.1.x, $0.1.y) < ($1.1.x, $1.1.y) }
    // The own setting alone is no curve.
    guard found.contains(where: { !$0.0 }) else { return nil }
    return LinePlot.Series(
      name: model.title, style: style, points: found.map(\.1),
      highlights: found.indices.filter { found[$0].0 })
  }

  private func reading(_ series: [LinePlot.Series], work: String) -> String {
    series.compactMap { line -> String? in
      guard let first = line.points.first, let last = line.points.last else { return nil }
      return "\(line.name): \(NumberText.short(first.y)) at \(work) \(NumberText.short(first.x)), "
        + "\(NumberText.short(last.y)) at \(NumberText.short(last.x))"
    }.joined(separator: "; ") + "."
  }
}
