import Canvas
import Comparison
import Experiment

/// Comparisons with baselines, a section for each.
struct ComparisonWriting {
  let reports: [ComparisonReport]
  let names: NameBook

  func sections() -> [Section] {
    reports.enumerated().map { index, report in
      let tables = ComparisonTables(report: report, names: names, place: "comparison\(index)")
      return Section(
        id: "comparison\(index)", title: "Comparison with \(report.baseline)",
        note: report.profile.label, blocks: [.lead(opening(report))] + blocks(report, tables))
    }
  }

  private func opening(_ report: ComparisonReport) -> [TextSpan] {
    let counts = Verdict.ordered.compactMap { verdict -> String? in
      let count = report.rows.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    let margin = NumberText.plain(report.margin * 100, digits: 2)
    return [
      TextSpan(report.hasRegression ? "There is a regression. " : "No regression. ", .strong),
      TextSpan(
        "\(counted(report.rows.count, "row", "rows")): \(counts.joined(separator: ", ")). "
          + "Differences within \(margin) % count as equivalent; seeds are paired where both "
          + "sides have them, and p-values are corrected over all rows."),
    ]
  }

  /// What changed stands open; what did not is folded where there is much of it.
  private func blocks(_ report: ComparisonReport, _ tables: ComparisonTables) -> [Block] {
    var blocks: [Block] = []
    if !report.overall.isEmpty { blocks.append(.table(tables.overall())) }
    let changed = report.rows.filter { $0.verdict == .worse || $0.verdict == .better }
    let isLong = report.rows.count > 24
    if isLong, !changed.isEmpty {
      blocks.append(.table(tables.rows(changed, "What changed.", id: "changed")))
    }
    let all = tables.rows(report.rows, "This run against \(report.baseline).", id: "table")
    blocks.append(
      isLong
        ? .folded(
          title: "Every row of the comparison",
          [.onScreen([.table(all)]), .onPaper([.table(tables.brief(all))])]) : .table(all))
    if !report.costs.isEmpty {
      blocks.append(
        .onScreen([
          .folded(title: "Costs beside the baseline's", [.table(tables.costs())])
        ]))
    }
    if !report.incomparable.isEmpty {
      blocks.append(
        .folded(title: "What cannot be compared, and why", [.table(tables.incomparable())]))
    }
    return blocks
  }
}

extension Verdict {
  static let ordered: [Verdict] = [.worse, .undecided, .missing, .equivalent, .better]

  var sign: String {
    switch self {
    case .better: "▲"
    case .worse: "▼"
    case .equivalent: "="
    case .undecided: "?"
    case .missing: "—"
    }
  }
}
