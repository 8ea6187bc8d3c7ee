import Comparison
import Experiment

/// All that a report is made from; the same input gives the same bytes.
public struct ReportInput: Sendable {
  /// The heading.
  public var title: String
  /// Suites, runs and cells.
  public var frame: ResultFrame
  /// The standings of the frame, a section for each suite and profile that is reported.
  public var standings: Leaderboard
  /// Comparisons with baselines; empty when there were none.
  public var comparisons: [ComparisonReport]
  /// Values of papers beside quantities of the frame.
  public var published: [PublishedMatch]
  /// The command that makes each cell again; a cell without one shows none.
  public var commands: [CellIdentity: String]
  /// The ends of the logs of cells that are not done.
  public var logs: [CellIdentity: String]

  /// An input.
  public init(
    title: String, frame: ResultFrame, standings: Leaderboard, comparisons: [ComparisonReport] = [],
    published: [PublishedMatch] = [], commands: [CellIdentity: String] = [:],
    logs: [CellIdentity: String] = [:]
  ) {
    self.title = title
    self.frame = frame
    self.standings = standings
    self.comparisons = comparisons
    self.published = published
    self.commands = commands
    self.logs = logs
  }
}
