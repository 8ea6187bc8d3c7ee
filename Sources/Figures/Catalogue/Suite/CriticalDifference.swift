import Canvas
import Comparison
import Experiment

/// Mean ranks on a line, and which models the tasks together cannot tell apart (Demšar 2006).
public struct CriticalDifference: FigureRecipe {
  /// Where its figures stand.
  public static let subject = FigureSubject.standing

  /// With every parameter at its default.
  public init() {}

  /// One figure, where the leaderboard has groups.
  public func figures(across source: SuiteSource) -> [FigureData] {
    guard let groups = source.section?.criticalGroups, groups.models.count > 1 else { return [] }
    let entries = zip(groups.models, groups.meanRanks).map { model, rank in
      RankPlot.Entry(name: source.title(of: model), style: source.style(of: model), rank: rank)
    }
    let runs = groups.groups.compactMap { group -> ClosedRange<Int>? in
      let places = group.compactMap { groups.models.firstIndex(of: $0) }
      guard let first = places.min(), let last = places.max(), first < last else { return nil }
      return first...last
    }
    let names = groups.groups.map { group in
      group.map(source.title(of:)).joined(separator: ", ")
    }
    return [
      FigureData(
        kind: "critical-difference", title: "Mean ranks and what can be told apart",
        caption: "Mean rank of each model, 1 being best. A bar joins models that cannot be told "
          + "apart. \(groups.sentence) p = \(NumberText.short(groups.pValue, digits: 2)).",
        reading: names.isEmpty
          ? "All models are told apart."
          : "Not told apart: \(names.joined(separator: "; ")).",
        content: .ranks(
          RankPlot(entries: entries, groups: runs, difference: groups.difference)))
    ]
  }
}
