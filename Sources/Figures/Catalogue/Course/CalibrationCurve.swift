import Canvas
import Experiment

/// How often the truth lies within what a model says it lies within: the share of covered values
/// against the level that was claimed. Nothing without curves named `calibration/…`, whose places are
/// the levels and whose values are the shares.
public struct CalibrationCurve: FigureRecipe {
  /// What the names of calibration curves begin with.
  public static let prefix = "calibration/"

  /// Where its figures stand.
  public static let subject = FigureSubject.course

  /// With every parameter at its default.
  public init() {}

  /// A figure for each name.
  public func figures(from source: FigureSource) -> [FigureData] {
    let names = Set(source.cells.flatMap { $0.evaluation.curves.map(\.name) })
      .filter { $0.hasPrefix(Self.prefix) }
    return names.sorted().map { figure($0, source) }
  }

  private func figure(_ name: String, _ source: FigureSource) -> FigureData {
    let series = source.models.enumerated().compactMap { index, model -> LinePlot.Series? in
      let curves = source.done(model).compactMap { cell in
        cell.evaluation.curves.first { $0.name == name }
      }
      guard let first = curves.first else { return nil }
      let points = first.positions.indices.compactMap { place -> LinePlot.Sample? in
        let values = curves.compactMap {
          $0.values.indices.contains(place) ? $0.values[place] : nil
        }
        return values.count == curves.count
          ? SeedRange(values).sample(at: first.positions[place]) : nil
      }
      return LinePlot.Series(name: model.title, style: index, points: points)
    }
    let plot = LinePlot(
      x: Axis("claimed level", range: 0...1), y: Axis("share of values inside", range: 0...1),
      series: series, guides: [.diagonal],
      emphasised: source.emphasised(among: series.map(\.style)))
    let gaps = series.map { line in
      let gap = line.points.map { abs($0.y - $0.x) }.max() ?? 0
      return "\(line.name) \(NumberText.short(gap))"
    }
    return FigureData(
      kind: "calibration-curve", title: "Calibration, \(name.dropFirst(Self.prefix.count))",
      caption: "Share of the values of \(source.task.title) that lie inside the interval which a "
        + "model claims for each level: median over seeds, band from the smallest to the largest "
        + "seed. On the dashed line claims are true; below it they are too sure."
        + FigureSource.sentences(about: plot),
      reading: "Largest distance from the line: \(gaps.joined(separator: "; ")).",
      content: .lines(plot))
  }
}
