import Canvas
import Experiment

/// Streamlines of the truth and of the best models over their speed, of each picture that keeps its
/// vectors.
public struct FlowField: FigureRecipe {
  /// The models that are shown beside the truth, best first.
  public var maximumModels = 2

  /// Where its figures stand.
  public static let subject = FigureSubject.prediction

  /// With every parameter at its default.
  public init() {}

  /// A figure for each sample of which vectors were kept.
  public func figures(from source: FigureSource) -> [FigureData] {
    let ranked = source.ranking.map(\.model)
    let first = ranked.lazy.compactMap { source.done($0).first }.map(pictures).first {
      !$0.isEmpty
    }
    return (first ?? []).map { figure($0, ranked, source) }
  }

  private func pictures(of cell: CellResult) -> [FieldSnapshot] {
    cell.evaluation.snapshots.filter { $0.vectors != nil }
  }

  private func figure(
    _ chosen: FieldSnapshot, _ ranked: [SuiteDescription.ModelEntry], _ source: FigureSource
  ) -> FigureData {
    let truth = chosen.vectors.map { panel("Truth", $0.expected, like: chosen) }
    let panels = ranked.compactMap { model -> VectorPlot.Panel? in
      let found = source.done(model).lazy.flatMap(pictures).first {
        $0.title == chosen.title && $0.height == chosen.height && $0.width == chosen.width
      }
      return found?.vectors.map { panel(model.title, $0.predicted, like: chosen) }
    }
    let unit = chosen.unit == "1" ? "" : " (\(chosen.unit))"
    let shown = Array(panels.prefix(maximumModels))
    return FigureData(
      kind: "flow-field", title: "Flow, \(chosen.title)",
      caption: "Streamlines over the speed on \(source.task.title): the truth and the best "
        + "\(shown.count), first seed. One scale, the truth's.",
      reading: "Shown: \(shown.map(\.name).joined(separator: ", ")).",
      content: .vectors(
        VectorPlot(
          quantity: chosen.quantity + unit, panels: [truth].compactMap { $0 } + shown)))
  }

  /// Both components lie one behind the other.
  private func panel(_ name: String, _ values: [Float], like picture: FieldSnapshot)
    -> VectorPlot.Panel
  {
    let cells = picture.height * picture.width
    return VectorPlot.Panel(
      name: name,
      field: VectorField(
        height: picture.height, width: picture.width, u: Array(values.prefix(cells)),
        v: Array(values.suffix(cells))))
  }
}
