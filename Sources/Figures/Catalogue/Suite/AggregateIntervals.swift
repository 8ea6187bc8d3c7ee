import Canvas
import Comparison
import Experiment

/// The scores of each model over all tasks as single numbers with intervals (Agarwal et al. 2021,
/// "Deep reinforcement learning at the edge of the statistical precipice", figure 9).
public struct AggregateIntervals: FigureRecipe {
  /// Where its figures stand.
  public static let subject = FigureSubject.standing

  /// With every parameter at its default.
  public init() {}

  /// One figure, where the leaderboard has aggregates.
  public func figures(across source: SuiteSource) -> [FigureData] {
    guard let section = source.section, !section.aggregates.isEmpty else { return [] }
    let found = section.aggregates
    let panels = [
      IntervalPlot.Panel(title: "IQM →", intervals: found.map(\.interquartileMean)),
      IntervalPlot.Panel(title: "median →", intervals: found.map(\.median)),
      IntervalPlot.Panel(title: "mean →", intervals: found.map(\.mean)),
      IntervalPlot.Panel(title: "optimality gap ←", intervals: found.map(\.optimalityGap)),
    ]
    let best = found.prefix(3).map { aggregate in
      let iqm = aggregate.interquartileMean
      return "\(source.title(of: aggregate.model)) \(NumberText.short(iqm.estimate)) "
        + "[\(NumberText.short(iqm.lower)), \(NumberText.short(iqm.upper))]"
    }
    return [
      FigureData(
        kind: "aggregate-intervals", title: "Scores over all tasks",
        caption: "Normalised scores of each model over all tasks and seeds: interquartile mean, "
          + "median over tasks, mean, and distance from the target; bars are 95 % intervals, "
          + "arrows point to better. \(section.normalisation?.sentence ?? "")",
        reading: "Interquartile means: \(best.joined(separator: "; ")).",
        content: .intervals(
          IntervalPlot(rows: found.map { source.heading(of: $0.model) }, panels: panels)))
    ]
  }
}
