import Experiment

extension Leaderboard {
  /// The leaderboard as JSON with sorted keys.
  public func json() throws -> String { try JSONText.pretty(self) }

  /// The leaderboard in Markdown; the same baselines always give the same bytes.
  public var markdown: String {
    let body =
      sections.isEmpty
      ? "No baseline is stored yet.\n"
      : (sections.map(\.markdown) + published.map(\.markdown)).joined(separator: "\n")
    return """
      # Leaderboard

      Made from the measured baselines alone. Values are means over seeds with Student t 95 % \
      intervals; *indistinguishable* means that the 95 % interval of the paired change to the best \
      contains no change. Ranks in parentheses are those that pairwise tests leave open, all of a table \
      together with 95 %. Models of which a seed is missing rank after complete ones.

      \(body)
      """
  }
}
