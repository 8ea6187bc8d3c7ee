import Canvas
import Comparison
import Experiment

/// How probably a run of the model of a row beats a run of the model of a column on a task, averaged
/// over tasks (Agarwal et al. 2021, section 4.3).
public struct ImprovementMatrix: FigureRecipe {
  /// Where its figures stand.
  public static let subject = FigureSubject.standing

  /// With every parameter at its default.
  public init() {}

  /// One figure, where the leaderboard has pairs.
  public func figures(across source: SuiteSource) -> [FigureData] {
    guard let section = source.section, !section.improvements.isEmpty else { return [] }
    let pairs = Dictionary(
      section.improvements.map { ([$0.model, $0.other], $0.probability) },
      uniquingKeysWith: { first, _ in first })
    let models = source.models.filter { model in
      section.improvements.contains { $0.model == model || $0.other == model }
    }
    let cells = models.map { row in
      models.map { column in cell(row, column, pairs[[row, column]], source) }
    }
    return [
      FigureData(
        kind: "improvement-matrix", title: "Probability of improvement",
        caption: "How probably a run of the model of the row is better than a run of the model of "
          + "the column on the same task, in per cent, averaged over tasks; 50 is no difference. "
          + "Bold: the 95 % interval excludes 50.",
        reading: reading(models, pairs, source),
        content: .matrix(
          MatrixPlot(
            columns: models.map(source.heading), rows: models.map(source.heading), cells: cells)))
    ]
  }

  private func cell(
    _ row: String, _ column: String, _ found: Interval?, _ source: SuiteSource
  ) -> MatrixPlot.Cell {
    guard let found else { return MatrixPlot.Cell(text: "", shade: nil) }
    let isSure = found.lower > 0.5 || found.upper < 0.5
    let words =
      "\(source.title(of: row)) beats \(source.title(of: column)) with probability "
      + "\(NumberText.plain(found.estimate)) "
      + "[\(NumberText.plain(found.lower)), \(NumberText.plain(found.upper))]"
    return MatrixPlot.Cell(
      text: String(Int((100 * found.estimate).rounded())), shade: found.estimate, isStrong: isSure,
      words: words)
  }

  private func reading(
    _ models: [String], _ pairs: [[String]: Interval], _ source: SuiteSource
  ) -> String {
    guard let first = models.first, let second = models.dropFirst().first,
      let found = pairs[[first, second]]
    else { return "" }
    return "\(source.title(of: first)) beats \(source.title(of: second)) with probability "
      + "\(NumberText.plain(found.estimate)) "
      + "[\(NumberText.plain(found.lower)), \(NumberText.plain(found.upper))]."
  }
}
