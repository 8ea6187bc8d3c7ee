import Comparison

/// The leaderboard as one HTML file in the report's style.
public enum LeaderboardPage {
  /// The file's text.
  public static func render(_ leaderboard: Leaderboard) throws -> String {
    try HTMLPage().render(ReportContents(leaderboard))
  }
}
