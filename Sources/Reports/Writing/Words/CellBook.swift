import Canvas
import Comparison
import Experiment

/// The cells behind a report, found by what they are without looking through all.
struct CellBook: Sendable {
  /// All seeds of one model on one task.
  struct Group: Hashable, Sendable {
    let suite: String
    let task: String
    let model: String
    let profile: Profile
  }

  /// Sorted by identity, so that a group is a range.
  let cells: [CellResult]
  private let ranges: [Group: Range<Int>]

  init(_ cells: [CellResult]) {
    let sorted = cells.sorted { $0.identity < $1.identity }
    var ranges: [Group: Range<Int>] = [:]
    for (index, cell) in sorted.enumerated() {
      let start = ranges[Self.group(of: cell)]?.lowerBound ?? index
      ranges[Self.group(of: cell)] = start..<(index + 1)
    }
    self.cells = sorted
    self.ranges = ranges
  }

  /// The cells that a leaderboard names, with the values that it has of them.
  init(_ leaderboard: Leaderboard) {
    self.init(leaderboard.sections.flatMap(Self.cells))
  }

  func cells(of group: Group) -> ArraySlice<CellResult> {
    ranges[group].map { cells[$0] } ?? []
  }

  /// The place of the group's first seed, or nil when it has none.
  func place(of group: Group) -> String? {
    ranges[group].map { Place.cell(cells[$0.lowerBound].identity) }
  }

  private static func group(of cell: CellResult) -> Group {
    let name = cell.identity
    return Group(suite: name.suite, task: name.task, model: name.model, profile: name.profile)
  }

  private static func cells(of section: Leaderboard.Section) -> [CellResult] {
    var measured: [[String]: [Measurement]] = [:]
    let seeds = Dictionary(grouping: section.provenance.cells) { [$0.task, $0.model] }
    for summary in section.summaries {
      for standing in summary.standings {
        let cells = seeds[[summary.task, standing.model]] ?? []
        guard cells.count == standing.seeds.count else { continue }
        for (cell, value) in zip(cells, standing.seeds) {
          measured[[summary.task, standing.model, String(cell.seed)], default: []].append(
            Measurement(
              metric: summary.quantity.metric, split: summary.quantity.split,
              evaluation: summary.quantity.evaluation, value: value, sampleCount: 0))
        }
      }
    }
    return section.provenance.cells.map { cell in
      CellResult(
        identity: CellIdentity(
          suite: section.suite.id, task: cell.task, model: cell.model, seed: cell.seed,
          profile: section.profile), key: cell.key, state: .done, run: section.baseline,
        evaluation: Evaluation(
          measurements: measured[[cell.task, cell.model, String(cell.seed)]] ?? []))
    }
  }
}
