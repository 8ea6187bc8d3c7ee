import Canvas
import Experiment

/// Streamlines of the truth and of the best models over their speed. Nothing for samples without
/// pictures of both components.
public struct FlowField: FigureRecipe {
  /// The quantities of the pictures that hold the component to the right and the one upwards.
  public var components = ["u", "v"]
  /// The models that are shown beside the truth, best first.
  public var maximumModels = 2

  /// Where its figures stand.
  public static let subject = FigureSubject.prediction

  /// With every parameter at its default.
  public init() {}

  /// A figure for each sample of which both components were kept.
  public func figures(from source: FigureSource) -> [FigureData] {
    guard components.count == 2 else { return [] }
    let ranked = source.ranking.map(\.model)
    let first = ranked.lazy.compactMap { source.done($0).first }.first {
      !pairs($0).isEmpty
    }
    return (first.map(pairs) ?? []).map { figure($0, ranked, source) }
  }

  private func pairs(_ cell: CellResult) -> [(u: FieldSnapshot, v: FieldSnapshot)] {
    let kept = cell.evaluation.snapshots
    return kept.filter { $0.quantity == components[0] }.compactMap { u in
      kept.first {
        $0.quantity == components[1] && $0.title == u.title && $0.height == u.height
          && $0.width == u.width
      }.map { (u, $0) }
    }
  }

  private func figure(
    _ chosen: (u: FieldSnapshot, v: FieldSnapshot), _ ranked: [SuiteDescription.ModelEntry],
    _ source: FigureSource
  ) -> FigureData {
    let (height, width) = (chosen.u.height, chosen.u.width)
    let truth = VectorPlot.Panel(
      name: "Truth",
      field: VectorField(
        height: height, width: width, u: chosen.u.expected, v: chosen.v.expected))
    let panels = ranked.compactMap { model -> VectorPlot.Panel? in
      let found = source.done(model).lazy.flatMap(pairs).first {
        $0.u.title == chosen.u.title && $0.u.height == height && $0.u.width == width
      }
      guard let found else { return nil }
      return VectorPlot.Panel(
        name: model.title,
        field: VectorField(
          height: height, width: width, u: found.u.predicted, v: found.v.predicted))
    }
    let unit = chosen.u.unit == "1" ? "" : " (\(chosen.u.unit))"
    let shown = Array(panels.prefix(maximumModels))
    return FigureData(
      kind: "flow-field", title: "Flow, \(chosen.u.title)",
      caption: "Streamlines over the speed on \(source.task.title): the truth and the best "
        + "\(shown.count), first seed. One scale, the truth's.",
      reading: "Shown: \(shown.map(\.name).joined(separator: ", ")).",
      content: .vectors(VectorPlot(quantity: "speed" + unit, panels: [truth] + shown)))
  }
}
