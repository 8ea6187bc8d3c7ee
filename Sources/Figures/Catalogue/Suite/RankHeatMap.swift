import Canvas
import Comparison
import Experiment

/// The rank of every model by every quantity of every task: a row for each quantity, a column for each
/// model, best mean rank at the left. A missing value is a hollow cell with a letter for the reason.
public struct RankHeatMap: FigureRecipe {
  /// Where its figures stand.
  public static let subject = FigureSubject.standing

  /// With every parameter at its default.
  public init() {}

  /// One figure, where there are two models to rank.
  public func figures(across source: SuiteSource) -> [FigureData] {
    let models = source.models
    guard models.count > 1, !source.summaries.isEmpty else { return [] }
    var letters: Set<CellState> = []
    let rows = source.summaries.map { summary in
      models.map { model in cell(summary, model, source, &letters) }
    }
    return [
      FigureData(
        kind: "rank-heat-map", title: "Ranks by task",
        caption: "Rank of each model by each quantity, 1 being best, darker is better; models by "
          + "mean rank. Bold: the data cannot tell it from the best." + legend(letters),
        reading: reading(models, source),
        content: .matrix(
          MatrixPlot(
            columns: models.map(source.heading),
            rows: source.summaries.map { MatrixPlot.Heading(source.title(of: $0)) }, cells: rows)))
    ]
  }

  private func cell(
    _ summary: TaskSummary, _ model: String, _ source: SuiteSource, _ letters: inout Set<CellState>
  ) -> MatrixPlot.Cell {
    let name = "\(source.title(of: model)), \(source.title(of: summary))"
    let ranked = summary.standings.filter { $0.rank > 0 }
    guard let standing = ranked.first(where: { $0.model == model }) else {
      let state = source.cells.first {
        $0.identity.task == summary.task && $0.identity.model == model && $0.state != .done
      }?.state
      if let state { letters.insert(state) }
      let word = state?.rawValue ?? "no value"
      return MatrixPlot.Cell(
        text: state.map(Self.letter) ?? "–", shade: nil, words: "\(name): \(word)")
    }
    let last = Double(max(ranked.map(\.rank).max() ?? 1, 2))
    let value = standing.interval.map { ", " + NumberText.short($0.estimate) } ?? ""
    return MatrixPlot.Cell(
      text: String(standing.rank), shade: 1 - Double(standing.rank - 1) / (last - 1),
      isStrong: standing.rank == 1 || standing.isIndistinguishableFromBest,
      words: "\(name): rank \(standing.rank)\(value)")
  }

  private func legend(_ letters: Set<CellState>) -> String {
    guard !letters.isEmpty else { return "" }
    let words = CellState.allCases.filter(letters.contains).map {
      "\(Self.letter($0)) \($0.rawValue.replacing("-", with: " "))"
    }
    return " Hollow: no value (\(words.joined(separator: ", ")))."
  }

  /// What stands in the place of a rank.
  static func letter(_ state: CellState) -> String {
    switch state {
    case .done: "–"
    case .planned: "P"
    case .running: "R"
    case .failed: "F"
    case .timedOut: "T"
    case .outOfMemory: "M"
    case .cancelled: "C"
    case .skipped: "S"
    }
  }

  private func reading(_ models: [String], _ source: SuiteSource) -> String {
    let wins = models.map { model in
      source.summaries.count { summary in
        summary.standings.contains { $0.model == model && $0.rank == 1 }
      }
    }
    let words = zip(models, wins).filter { $0.1 > 0 }.map {
      "\(source.title(of: $0.0)) \($0.1)"
    }
    return "First places of \(source.summaries.count): \(words.joined(separator: "; "))."
  }
}
