import Comparison
import Experiment

extension Fixture {
  /// Standings with an interval of ± two standard errors; good enough to show, not to conclude from.
  func standings(_ frame: ResultFrame) -> Leaderboard {
    let summaries = taskIDs.flatMap { task in Self.quantities.map { summary(task, $0, frame) } }
    let ranks = Self.modelIDs.map { model in
      let found = summaries.compactMap { $0.standings.first { $0.model == model }?.rank }
      let ranked = found.filter { $0 > 0 }
      return Leaderboard.ModelRank(
        model: model,
        meanRank: ranked.isEmpty
          ? 0 : Double(ranked.reduce(0, +)) / Double(ranked.count),
        missing: found.count - ranked.count)
    }
    return Leaderboard(sections: [
      Leaderboard.Section(
        suite: suite, profile: profile, baseline: "assay-quick", summaries: summaries,
        meanRanks: ranks.sorted { ($0.meanRank, $0.model) < ($1.meanRank, $1.model) })
    ])
  }

  private func summary(_ task: String, _ quantity: Quantity, _ frame: ResultFrame) -> TaskSummary {
    let rows = Self.modelIDs.map { model -> Standing in
      let seeds = frame.cells.filter { $0.identity.task == task && $0.identity.model == model }
        .map { $0.value(quantity) }
      return Standing(
        model: model, interval: interval(seeds.compactMap(\.number)), seeds: seeds, rank: 0,
        isIndistinguishableFromBest: false)
    }.sorted { ($0.interval?.estimate ?? .infinity) < ($1.interval?.estimate ?? .infinity) }
    let best = rows.first?.interval
    let ranked = rows.enumerated().map { index, row in
      var row = row
      guard let mine = row.interval, let best else { return row }
      row.rank = index + 1
      row.isIndistinguishableFromBest = mine.lower <= best.upper
      return row
    }
    return TaskSummary(
      suite: "cfdbench", task: task, profile: profile, quantity: quantity, direction: .lower,
      standings: ranked)
  }

  private func interval(_ values: [Double]) -> Interval? {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let spread = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / max(1, count - 1)
    let half = 2 * (spread / count).squareRoot()
    return Interval(
      estimate: mean, lower: mean - half, upper: mean + half, count: values.count)
  }

  var comparison: ComparisonReport {
    let verdicts: [(String, String, Verdict, Double)] = [
      ("cavity-bc", "fno", .equivalent, 1.004), ("tube-prop", "fno", .worse, 1.31),
      ("dam-geo", "fno", .better, 0.84), ("cavity-bc", "auto-ffn", .undecided, 1.09),
    ]
    var rows = verdicts.filter { taskIDs.contains($0.0) }.map { task, model, verdict, ratio in
      ComparisonRow(
        suite: "cfdbench", task: task, model: model, baselineModel: model,
        quantity: Self.quantities[0],
        ours: Interval(
          estimate: 0.002 * ratio, lower: 0.0018 * ratio, upper: 0.0022 * ratio, count: 3),
        theirs: Interval(estimate: 0.002, lower: 0.0018, upper: 0.0022, count: 3),
        ratio: Interval(estimate: ratio, lower: ratio * 0.95, upper: ratio * 1.05, count: 3),
        pValue: verdict == .worse ? 0.0004 : 0.21, verdict: verdict,
        sentence: "\(model) on \(task): the ratio is \(ratio), hence \(verdict.rawValue).")
    }
    if taskIDs.contains("tube-prop") {
      rows.append(
        ComparisonRow(
          suite: "cfdbench", task: "tube-prop", model: "auto-ffn", baselineModel: "auto-ffn",
          quantity: Self.quantities[0], ours: nil,
          theirs: Interval(estimate: 0.03, lower: 0.02, upper: 0.04, count: 3), ratio: nil,
          pValue: nil, verdict: .missing, sentence: "One side has no value."))
    }
    return ComparisonReport(baseline: "assay-quick", profile: profile, margin: 0.05, rows: rows)
  }

  var published: [PublishedMatch] {
    let rows: [(task: String, model: String, name: String, value: Double, position: Int)] = [
      ("cavity-bc", "fno", "FNO", 0.0017, 0), ("tube-prop", "auto-ffn", "Auto-FFN", 0.028, 0),
      ("cavity-bc", "u-net", "U-Net", 0.0021, 0), ("cavity-bc", "fno", "FNO", 0.4, 7),
    ]
    return rows.map { row in
      PublishedMatch(
        suite: "cfdbench", task: row.task, model: row.model,
        quantity: Quantity(metric: "nmse", evaluation: "one-step"), position: row.position,
        comparability: .context,
        value: PublishedValue(
          suite: "cfdbench", table: "Figure 7", task: "the paper's task", model: row.name,
          metric: "NMSE", value: row.value, source: "an invented paper", exactness: "digitised"))
    }
  }
}
