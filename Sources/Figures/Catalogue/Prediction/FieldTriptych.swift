import Canvas
import Experiment

/// Truth, prediction and error of one sample, a row for each model, by the first seed that has one.
public struct FieldTriptych: FigureRecipe {
  /// The most samples that are shown, in the order of the first cell that has any.
  public var maximumSamples = 2

  /// Where its figures stand.
  public static let subject = FigureSubject.prediction

  /// With every parameter at its default.
  public init() {}

  /// A figure for each sample, with the pictures of all models that predicted it.
  public func figures(from source: FigureSource) -> [FigureData] {
    let done = source.cells.filter { $0.state == .done }
    let first = done.first { !$0.evaluation.snapshots.isEmpty }
    return (first?.evaluation.snapshots.prefix(maximumSamples) ?? []).map { figure($0, source) }
  }

  private func figure(_ chosen: FieldSnapshot, _ source: FigureSource) -> FigureData {
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
    _ source: FigureSource, about sample: FieldSnapshot, rows: [FieldPlot.Row], seeds: [Int]
  ) -> FigureData {
    let unit = sample.unit == "1" ? "" : " (\(sample.unit))"
    let plot = FieldPlot(
      quantity: sample.quantity + unit, height: sample.height,
      width: sample.width, rows: rows)
    let largest = rows.map { row in
      let error = row.error.filter(\.isFinite).map { Double(abs($0)) }.max() ?? 0
      return "\(row.name) \(NumberText.short(error))"
    }
    let seedWords = seeds.map(String.init).joined(separator: ", ")
    return FigureData(
      kind: "field-triptych",
      title: sample.quantity.prefix(1).uppercased() + sample.quantity.dropFirst()
        + ", \(sample.title)",
      caption: "Truth, prediction and error (prediction − truth) on \(source.task.title), seed "
        + "\(seedWords). One scale for all truths and predictions, one symmetric scale for all "
        + "errors" + (isClipped(plot) ? ", beyond whose ends errors keep its last colour." : "."),
      reading: "Largest |error|: \(largest.joined(separator: "; ")).",
      content: .fields(plot))
  }
}

private func isClipped(_ plot: FieldPlot) -> Bool {
  let limit = plot.errorLimit * (1 + 1e-6)
  return plot.rows.contains { row in
    zip(row.predicted, row.expected).contains { !(Double(abs($0 - $1)) <= limit) }
  }
}

extension FieldSnapshot {
  fileprivate func isSameSample(as other: FieldSnapshot) -> Bool {
    title == other.title && quantity == other.quantity && height == other.height
      && width == other.width
  }
}
