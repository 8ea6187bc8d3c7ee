import Experiment
import Randomness
import Statistics

/// What the tasks of a section say together.
struct SectionStatistics {
  let scale: ScoreScale
  /// The first quantity of each task.
  let headlines: [TaskSummary]

  /// `models` in the order of the section.
  init(_ summaries: [TaskSummary], models: [String], metrics: [String: MetricDefinition]) {
    scale = ScoreScale(summaries, models: models, metrics: metrics)
    var seen: Set<String> = []
    headlines = summaries.filter { seen.insert($0.task).inserted }
  }

  /// Draws of a value, over all resamples, that a section may cost: some tenths of a second.
  private static let mostDraws = 5_000_000

  /// 10,000, or fewer for large sections, whose intervals are narrow; at least 1,000.
  private var resamples: Int { affordable(each: valueCount, in: 1_000...10_000) }

  /// A probability or a rank of two digits needs no more than 1,000; at least 200.
  private var duelResamples: Int {
    affordable(each: valueCount * max(scale.models.count - 1, 1), in: 200...1_000)
  }

  /// Values of all models by all quantities and seeds.
  private var valueCount: Int {
    scale.summaries.reduce(0) { $0 + $1.standings.reduce(0) { $0 + $1.seeds.count } }
  }

  private func affordable(each cost: Int, in range: ClosedRange<Int>) -> Int {
    min(max(Self.mostDraws / max(cost, 1), range.lowerBound), range.upperBound)
  }

  private func bootstrap(_ name: String, resamples: Int) -> StratifiedBootstrap {
    StratifiedBootstrap(
      resamples: resamples, random: RandomStream(seed: 0).stream("leaderboard").stream(name))
  }

  /// The expanded percentile interval, which makes up for what resamples of few seeds lack in spread,
  /// within the numbers that are possible; the plain one where nothing is known of the spread.
  private static func interval(
    _ distribution: BootstrapDistribution,
    range: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) -> Interval {
    var interval = Interval(
      distribution.expandedInterval() ?? distribution.percentileInterval())
    interval.lower = max(interval.lower, range.lowerBound)
    interval.upper = min(interval.upper, range.upperBound)
    return interval
  }

  /// Complete models first, each by interquartile mean: scores of survivors beat nobody.
  var aggregates: [ModelAggregate] {
    let bootstrap = bootstrap("aggregates", resamples: resamples)
    let found = scale.models.compactMap { model -> ModelAggregate? in
      guard let scores = scale.scores(of: model) else { return nil }
      let all = bootstrap.aggregates(of: scores, target: ScoreScale.target)
      func interval(_ aggregate: Aggregate) -> Interval {
        var interval = Self.interval(all[aggregate])
        // A gap of nothing may come as -0, which no table should show.
        interval.estimate += 0
        return interval
      }
      return ModelAggregate(
        model: model, interquartileMean: interval(.interquartileMean), median: interval(.median),
        mean: interval(.mean), optimalityGap: interval(.optimalityGap),
        missing: scale.missing(of: model))
    }
    return found.enumerated().sorted {
      (min($0.element.missing, 1), $1.element.interquartileMean.estimate, $0.offset)
        < (min($1.element.missing, 1), $0.element.interquartileMean.estimate, $1.offset)
    }.map(\.element)
  }

  /// Every ordered pair; the second of two mirrors the first.
  var improvements: [PairwiseImprovement] {
    let bootstrap = bootstrap("improvements", resamples: duelResamples)
    let scores = scale.models.compactMap { model in scale.signed(of: model).map { (model, $0) } }
    var found: [[String]: Interval] = [:]
    for (place, (model, ours)) in scores.enumerated() {
      for (other, theirs) in scores.dropFirst(place + 1) {
        let interval = Self.interval(
          bootstrap.probabilityOfImprovement(of: ours, over: theirs), range: 0...1)
        found[[model, other]] = interval
        found[[other, model]] = Interval(
          estimate: 1 - interval.estimate, lower: 1 - interval.upper, upper: 1 - interval.lower,
          count: interval.count)
      }
    }
    return scores.flatMap { model, _ in
      scores.compactMap { other, _ in
        found[[model, other]].map {
          PairwiseImprovement(model: model, other: other, probability: $0)
        }
      }
    }
  }

  /// The interval of each model's mean rank over seeds; empty with single seeds, which say nothing.
  var rankIntervals: [String: Interval] {
    let scores = scale.models.compactMap { model in scale.signed(of: model).map { (model, $0) } }
    let isReplicated = scores.contains { $0.1.tasks.contains { $0.count > 1 } }
    guard isReplicated,
      let ranks = bootstrap("ranks", resamples: duelResamples)
        .ranks(of: scores.map(\.1), largerIsBetter: true)
    else { return [:] }
    return Dictionary(
      zip(scores.map(\.0), ranks.meanRanks.map { Interval($0.percentileInterval()) }),
      uniquingKeysWith: { first, _ in first })
  }

  /// Over the first quantities of the tasks, since quantities of one task are not independent.
  var criticalGroups: CriticalGroups? {
    let models = scale.models.filter { model in
      headlines.allSatisfy { summary in
        summary.standings.contains {
          $0.model == model && $0.interval != nil && $0.seeds.allSatisfy { $0.number != nil }
        }
      }
    }
    guard headlines.count > 1, models.count > 1,
      let table = RankTable(values: headlines.map { values(in: $0, of: models) })
    else { return nil }
    return groups(of: table, models: models)
  }

  private func groups(of table: RankTable, models: [String]) -> CriticalGroups? {
    guard let test = table.imanDavenport else { return nil }
    let difference = table.criticalDifference()
    let means = table.meanRanks
    let order = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
    let groups =
      test.pValue < Judge.level
      ? RankGroups(meanRanks: means, criticalDifference: difference).contiguous : [order]
    return CriticalGroups(
      pValue: test.pValue, difference: difference, models: order.map { models[$0] },
      meanRanks: order.map { means[$0] }, blocks: table.tasks,
      groups: groups.map { $0.map { models[$0] } },
      sentence: "Friedman's test in the form of Iman and Davenport over the first quantity of each "
        + "of \(table.tasks) tasks; groups by Nemenyi's critical difference at 5 %, or all models "
        + "where Friedman's test finds no difference. Only models with all values enter.")
  }

  /// The means over seeds, signed so that smaller is better.
  private func values(in summary: TaskSummary, of models: [String]) -> [Double] {
    models.compactMap { model in
      summary.standings.first { $0.model == model }?.interval.map {
        summary.direction == .lower ? $0.estimate : -$0.estimate
      }
    }
  }
}
