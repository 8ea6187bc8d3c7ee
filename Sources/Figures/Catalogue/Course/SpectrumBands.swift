import Canvas
import Experiment

/// The error of each band of wavenumbers, from the largest scales to the smallest: whether a model
/// misses what is coarse or what is fine.
public struct SpectrumBands: FigureRecipe {
  /// The metrics of the bands, from low to high wavenumbers; all must have been measured.
  public var bands = ["low-spectrum", "middle-spectrum", "high-spectrum"]

  /// Where its figures stand.
  public static let subject = FigureSubject.course

  /// With every parameter at its default.
  public init() {}

  /// A figure for each evaluation of the primary quantities that has all bands.
  public func figures(from source: FigureSource) -> [FigureData] {
    var seen: Set<String> = []
    return source.task.primary.filter { seen.insert($0.evaluation).inserted }
      .compactMap { figure($0, source) }
  }

  private func figure(_ quantity: Quantity, _ source: FigureSource) -> FigureData? {
    let series = source.models.enumerated().compactMap { index, model -> LinePlot.Series? in
      let points = points(source.done(model), quantity)
      return points.isEmpty ? nil : LinePlot.Series(name: model.title, style: index, points: points)
    }
    guard !series.isEmpty else { return nil }
    let marks = bands.enumerated().map { index, band in
      Tick(value: Double(index), label: band.replacing("-spectrum", with: ""))
    }
    let lowest = series.flatMap(\.points).map(\.lower)
    let plot = LinePlot(
      x: Axis("band of wavenumbers", range: -0.1...(Double(bands.count) - 0.9), marks: marks),
      y: Axis("share of the truth's energy", lowest.allSatisfy { $0 > 0 } ? .logarithmic : .linear),
      series: series, emphasised: source.emphasised(among: series.map(\.style), by: quantity))
    let fine = series.compactMap { line in
      line.points.last.map { "\(line.name) \(NumberText.short($0.y))" }
    }
    return FigureData(
      kind: "spectrum-bands", title: "Error by band of wavenumbers, \(quantity.use)",
      caption: "Energy of the error in each band of wavenumbers over the energy of the truth, "
        + "\(quantity.use) on \(source.task.title): median over seeds, band from the smallest to "
        + "the largest seed." + FigureSource.sentences(about: plot),
      reading: "In the \(marks.last?.label ?? "last") band: \(fine.joined(separator: "; ")).",
      content: .lines(plot))
  }

  private func points(_ cells: [CellResult], _ quantity: Quantity) -> [LinePlot.Sample] {
    let points = bands.enumerated().compactMap { index, band -> LinePlot.Sample? in
      let wanted = Quantity(
        metric: band, evaluation: quantity.evaluation, split: quantity.split)
      let values = cells.compactMap { $0.value(wanted).number }
      return values.isEmpty || values.count < cells.count
        ? nil : SeedRange(values).sample(at: Double(index))
    }
    return points.count == bands.count ? points : []
  }
}
