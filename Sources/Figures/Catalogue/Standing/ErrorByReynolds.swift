import Canvas
import Experiment

/// The error of each test case against its Reynolds number: the median of the seeds and the range
/// that they span.
public struct ErrorByReynolds: FigureRecipe {
  /// The curve that a task stores beside the samples of an evaluation.
  public static let curve = "reynolds-number"

  /// Where its figures stand.
  public static let subject = FigureSubject.standing

  /// With every parameter at its default.
  public init() {}

  /// A figure for each primary quantity whose samples have a Reynolds number.
  public func figures(from source: FigureSource) -> [FigureData] {
    source.task.primary.compactMap { figure($0, source) }
  }

  private func figure(_ quantity: Quantity, _ source: FigureSource) -> FigureData? {
    let found = source.models.enumerated().compactMap { index, model -> LinePlot.Series? in
      let cells = source.cells(of: model.id).filter { $0.state == .done }
      let points = points(cells, quantity)
      return points.isEmpty ? nil : LinePlot.Series(name: model.title, style: index, points: points)
    }
    let series = raised(found)
    guard !series.isEmpty else { return nil }
    let title = source.title(ofMetric: quantity.metric)
    let lowest = series.flatMap(\.points).map(\.lower)
    let plot = LinePlot(
      x: Axis("Reynolds number", .logarithmic),
      y: Axis(
        source.axisTitle(ofMetric: quantity.metric),
        source.law(ofMetric: quantity.metric, values: lowest)), series: series,
      emphasised: source.emphasised(among: series.map(\.style), by: quantity))
    return FigureData(
      kind: "error-by-reynolds", title: "\(title) against the Reynolds number",
      caption: "\(title) of each test case of the \(quantity.evaluation) on \(source.task.title) "
        + "against its Reynolds number: median over seeds, band from the smallest to the largest "
        + "seed. Cases of one Reynolds number are averaged."
        + (series == found ? "" : " Values below a millionth of the largest stand at that floor.")
        + FigureSource.sentences(about: plot),
      reading: reading(series), content: .lines(plot))
  }

  /// The curves with values that are next to nothing at a floor, so that a case which one model meets to
  /// rounding does not flatten all others.
  private func raised(_ series: [LinePlot.Series]) -> [LinePlot.Series] {
    let floor = 1e-6 * (series.flatMap(\.points).map(\.y).max() ?? 0)
    guard series.flatMap(\.points).allSatisfy({ $0.lower >= 0 }) else { return series }
    return series.map { line in
      var line = line
      line.points = line.points.map {
        LinePlot.Sample(
          x: $0.x, y: max($0.y, floor), lower: max($0.lower, floor), upper: max($0.upper, floor))
      }
      return line
    }
  }

  private func reading(_ series: [LinePlot.Series]) -> String {
    let words = series.compactMap { line -> String? in
      guard let worst = line.points.max(by: { $0.y < $1.y }) else { return nil }
      return "\(line.name) \(NumberText.short(worst.y)) at Re \(NumberText.short(worst.x))"
    }
    return "Largest values: \(words.joined(separator: "; "))."
  }

  /// For each Reynolds number the range over seeds of the mean over its cases.
  private func points(_ cells: [CellResult], _ quantity: Quantity) -> [LinePlot.Sample] {
    let runs = cells.map { means($0, quantity) }.filter { !$0.isEmpty }
    guard let first = runs.first else { return [] }
    return first.keys.sorted().compactMap { number in
      let values = runs.compactMap { $0[number] }
      return values.count == runs.count ? SeedRange(values).sample(at: number) : nil
    }
  }

  private func means(_ cell: CellResult, _ quantity: Quantity) -> [Double: Double] {
    func curve(_ name: String) -> Curve? {
      let full = "\(name)/\(quantity.split)/\(quantity.evaluation)/samples"
      return cell.evaluation.curves.first { $0.name == full }
    }
    guard let numbers = curve(Self.curve), let errors = curve(quantity.metric) else { return [:] }
    let reynolds = Dictionary(
      zip(numbers.positions, numbers.values), uniquingKeysWith: { first, _ in first })
    var groups: [Double: [Double]] = [:]
    for (sample, error) in zip(errors.positions, errors.values) {
      if let number = reynolds[sample], number > 0 { groups[number, default: []].append(error) }
    }
    return groups.mapValues { $0.reduce(0, +) / Double($0.count) }
  }
}
