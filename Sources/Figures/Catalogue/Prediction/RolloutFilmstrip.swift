import Canvas
import Comparison
import Experiment

/// Roll-outs of chosen cases in pictures: the truth and the best models, each by its first seed, a
/// column for each step that was kept.
public struct RolloutFilmstrip: FigureRecipe {
  /// The models that are shown, best first.
  public var maximumModels = 4

  /// Where its figures stand.
  public static let subject = FigureSubject.prediction

  /// With every parameter at its default.
  public init() {}

  /// A figure for each roll-out of which frames were kept.
  public func figures(from source: FigureSource) -> [FigureData] {
    let kept = source.cells.filter { $0.state == .done }.flatMap(\.evaluation.snapshots)
    var courses: [String] = []
    for course in kept.compactMap(\.course) where !courses.contains(course) {
      courses.append(course)
    }
    return courses.compactMap { figure($0, kept.filter { $0.course != nil }, source) }
  }

  private func figure(
    _ course: String, _ kept: [FieldSnapshot], _ source: FigureSource
  ) -> FigureData? {
    let frames = kept.filter { $0.course == course }
    guard let first = frames.first else { return nil }
    let steps = Set(frames.compactMap(\.step)).sorted()
    let truth = steps.map { step in frames.first { $0.step == step }?.expected ?? [] }
    let rows = shown(source).compactMap { row(of: $0, course, steps: steps, source) }
    guard !rows.isEmpty else { return nil }
    let unit = first.unit == "1" ? "" : " (\(first.unit))"
    return FigureData(
      kind: "rollout-filmstrip", title: "Roll-out of \(course)",
      caption: "\(first.quantity.prefix(1).uppercased() + first.quantity.dropFirst()) along the "
        + "roll-out on \(source.task.title): the truth, then the best \(rows.count) by the mean "
        + "over the whole test, first seed. One scale, the truth's; an empty frame stands where "
        + "a prediction had blown up.",
      reading: "Shown: \(rows.map(\.name).joined(separator: ", ")).",
      content: .strip(
        StripPlot(
          quantity: first.quantity + unit, height: first.height, width: first.width, steps: steps,
          rows: [StripPlot.Row(name: "Truth", frames: truth)] + rows)))
  }

  /// The best models by the roll-out's standings, or the first of the suite where there are none.
  private func shown(_ source: FigureSource) -> [SuiteDescription.ModelEntry] {
    let summary =
      source.summaries.first { $0.quantity.evaluation == "rollout" } ?? source.summaries.first
    let ranked = (summary?.standings ?? []).filter { $0.interval != nil }
    guard !ranked.isEmpty else { return Array(source.models.prefix(maximumModels)) }
    let chosen = ranked.prefix(maximumModels).map(\.model)
    return chosen.compactMap { id in source.models.first { $0.id == id } }
  }

  private func row(
    of model: SuiteDescription.ModelEntry, _ course: String, steps: [Int], _ source: FigureSource
  ) -> StripPlot.Row? {
    for cell in source.cells(of: model.id) where cell.state == .done {
      let frames = cell.evaluation.snapshots.filter { $0.course == course }
      if frames.isEmpty { continue }
      return StripPlot.Row(
        name: model.title,
        frames: steps.map { step in frames.first { $0.step == step }?.predicted ?? [] })
    }
    return nil
  }
}
