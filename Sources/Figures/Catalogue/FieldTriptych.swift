import Canvas
import Experiment

/// Truth, prediction and error of one sample, a row for each model, by the first seed that has one.
public struct FieldTriptych: FigureRecipe {
  /// Which of the stored pictures, counted from 0 in the order of the first cell that has any.
  public var snapshot = 0

  /// With every parameter at its default.
  public init() {}

  /// The pictures of all models that predicted the same sample.
  public func data(from source: FigureSource) -> FigureData {
    let done = source.cells.filter { $0.state == .done }
    guard
      let pictures = done.first(where: { !$0.evaluation.snapshots.isEmpty })?.evaluation.snapshots,
      pictures.indices.contains(snapshot)
    else { return figure(source, about: nil, rows: [], seeds: []) }
    let chosen = pictures[snapshot]
    var seeds: Set<Int> = []
    let rows = source.models.compactMap { model -> FieldPlot.Row? in
      for cell in source.cells(of: model.id) where cell.state == .done {
        guard let found = cell.evaluation.snapshots.first(where: { $0.isSameSample(as: chosen) })
        else { continue }
        seeds.insert(cell.identity.seed)
        return FieldPlot.Row(
          name: model.title, expected: found.expected, predicted: found.predicted)
      }
      return nil
    }
    return figure(source, about: chosen, rows: rows, seeds: seeds.sorted())
  }

  private func figure(
    _ source: FigureSource, about sample: FieldSnapshot?, rows: [FieldPlot.Row], seeds: [Int]
  ) -> FigureData {
    let unit = sample.map { $0.unit == "1" ? "" : " (\($0.unit))" } ?? ""
    let plot = FieldPlot(
      quantity: (sample?.quantity ?? "field") + unit, height: sample?.height ?? 0,
      width: sample?.width ?? 0, rows: rows)
    let largest = rows.map { row in
      let error = row.error.filter(\.isFinite).map { Double(abs($0)) }.max() ?? 0
      return "\(row.name) \(NumberText.short(error))"
    }
    let seedWords = seeds.map(String.init).joined(separator: ", ")
    return FigureData(
      kind: "field-triptych",
      title: sample.map {
        "\($0.quantity.prefix(1).uppercased() + $0.quantity.dropFirst()), \($0.title)"
      } ?? "Fields",
      caption: rows.isEmpty
        ? "No pictures were stored."
        : "Truth, prediction and error (prediction − truth) on \(source.task.title), seed "
          + "\(seedWords). One scale for all truths and predictions, one symmetric scale for all "
          + "errors.",
      reading: "Largest |error|: \(largest.joined(separator: "; ")).",
      content: .fields(plot))
  }
}

extension FieldSnapshot {
  fileprivate func isSameSample(as other: FieldSnapshot) -> Bool {
    title == other.title && quantity == other.quantity && height == other.height
      && width == other.width
  }
}
