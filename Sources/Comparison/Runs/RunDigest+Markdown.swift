import Experiment
import Foundation

extension RunDigest {
  /// Rows of a table at most; the rest is counted.
  private static let mostRows = 50
  private static let slowestRows = 10

  /// A summary for a step of continuous integration or a pull request: the tally, failures with their
  /// reasons, the headline of every task, the slowest cells, and what the comparison found.
  public var markdown: String {
    let head = "## Run, profile \(profile.rawValue)\n\n\(tally).\n"
    let parts = [head, failurePart, headlinePart, slowestPart, comparison?.markdown ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var failurePart: String {
    let rows =
      failures.map { ["`\($0.identity)`", kind($0), $0.reason] }
      + missing.map { ["`\($0)`", "not run", "the store has no result of it"] }
    if rows.isEmpty { return "" }
    return "### Without numbers\n\n" + cut(rows, columns: ["Cell", "Kind", "Reason"])
  }

  private var headlinePart: String {
    var seen: Set<String> = []
    // The first quantity of a task is its headline.
    let headlines = Summaries.make(frame: frame, profile: profile).filter {
      seen.insert("\($0.suite)/\($0.task)").inserted
    }
    let rows = headlines.flatMap { summary in
      summary.standings.map { standing in
        [
          "\(summary.suite)/\(summary.task)", standing.model, standing.rankText,
          standing.interval.map(NumberText.interval) ?? "missing", standing.seedsText,
          "\(summary.quantity.metric) \(summary.quantity.evaluation)",
        ]
      }
    }
    if rows.isEmpty { return "" }
    return "### Headlines\n\n"
      + cut(rows, columns: ["Task", "Model", "Rank", "Mean over seeds", "Seeds", "Quantity"])
  }

  private var slowestPart: String {
    let slowest = cells.filter { $0.resources.wallSeconds > 0 }
      .sorted { ($1.resources.wallSeconds, $0.identity) < ($0.resources.wallSeconds, $1.identity) }
      .prefix(Self.slowestRows)
    if slowest.isEmpty { return "" }
    let rows = slowest.map {
      [
        "`\($0.identity)`", String(format: "%.2f s", $0.resources.wallSeconds),
        String(format: "%.0f MiB", $0.resources.peakMebibytes),
      ]
    }
    return "### Slowest cells\n\n" + cut(rows, columns: ["Cell", "Time", "Peak memory"])
  }

  private func cut(_ rows: [[String]], columns: [String]) -> String {
    let rest = rows.count - Self.mostRows
    return MarkdownTable.text(columns: columns, rows: Array(rows.prefix(Self.mostRows)))
      + (rest > 0 ? "\nand \(rest) more.\n" : "")
  }
}
