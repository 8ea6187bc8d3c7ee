import Canvas
import Comparison
import Experiment

/// How the numbers of the report were made from those of the cells, in words, each with its source;
/// only what the report has is told.
struct MethodWriting {
  /// A statistic in words.
  private struct Method {
    let id: String
    let name: String
    let words: String
    var sources: [Source] = []
  }

  let input: ReportInput

  func section() -> Section {
    let rows = methods.map { method in
      Table.Row(
        cells: [
          Table.Cell(method.name, .strong), Table.Cell(method.words),
          Table.Cell(
            spans: method.sources.enumerated().flatMap { index, source in
              [
                TextSpan(index == 0 ? "" : "; "),
                TextSpan(source.short, target: .place(source.place)),
              ]
            } + (method.sources.isEmpty ? [TextSpan("—", .muted)] : []), sortKey: .last),
        ], id: "method.\(method.id)")
    }
    let table = Table(
      id: "methods.table", caption: [TextSpan("Statistics of this report.", .strong)],
      columns: [
        Table.Column(title: "Statistic"), Table.Column(title: "How", alignment: .fill),
        Table.Column(title: "Source"),
      ], rows: rows)
    return Section(
      id: "methods", title: "Methods", blocks: [.table(table)] + comparisons, isAppendix: true)
  }

  /// The sources that the methods name, and the suites' papers.
  func references() -> Section {
    var items = Source.allCases.filter { source in
      methods.contains { $0.sources.contains(source) }
    }.map { source in
      Table.Row(
        cells: [
          Table.Cell(source.short, .strong),
          Table.Cell(spans: Reference.spans(source.full), sortKey: .text(source.full)),
        ], id: source.place)
    }
    var seen: Set<String> = []
    for section in sections where !section.suite.reference.isEmpty {
      guard seen.insert(section.suite.reference).inserted else { continue }
      items.insert(
        Table.Row(cells: [
          Table.Cell(section.suite.title, .strong),
          Table.Cell(
            spans: Reference.spans(section.suite.reference),
            sortKey: .text(section.suite.reference)),
        ]), at: seen.count - 1)
    }
    return Section(
      id: "references", title: "References",
      blocks: [
        .table(
          Table(
            id: "references.table", caption: [TextSpan("Papers that this report rests on.")],
            columns: [
              Table.Column(title: "Cited as"), Table.Column(title: "Reference", alignment: .fill),
            ], rows: items))
      ], isAppendix: true)
  }

  private var sections: [Leaderboard.Section] { input.standings.sections }

  private var methods: [Method] {
    (sections.isEmpty ? [] : standings + ranks)
      + (sections.contains { !$0.aggregates.isEmpty } ? aggregates : [])
      + (sections.contains { !$0.suite.questions.isEmpty } ? answers : [])
      + (input.comparisons.isEmpty ? [] : tests)
  }

  private var standings: [Method] {
    [
      Method(
        id: "mean", name: "Mean and interval",
        words: "A seed is the unit of replication: data order, initial weights and sampling change "
          + "with it. The estimate is the mean over seeds, the interval Student's t at 95 %; one "
          + "seed gives a point without an interval.", sources: [.student]),
      Method(
        id: "indistinguishable", name: "≈ indistinguishable from the best",
        words: "The 95 % interval of the change to the best model, paired by seed, contains no "
          + "change. The change is a log ratio where all values are positive, otherwise a "
          + "difference. It is not corrected for the number of models.", sources: [.student]),
    ]
      + (sections.contains { $0.summaries.contains { !$0.paretoFronts.isEmpty } }
        ? [
          Method(
            id: "front", name: "◆ not beaten in error and cost",
            words: "No other model has a mean at least as good and a training time at most as "
              + "long, one of them strictly.", sources: [.pareto])
        ] : [])
  }

  private var ranks: [Method] {
    var methods = [
      Method(
        id: "mean-rank", name: "Mean rank",
        words:
          "Models are ranked on every primary quantity of every task, ties sharing the mean of "
          + "their ranks, and the ranks are averaged. A model with missing values stands after all "
          + "complete ones.", sources: [.friedman]),
      Method(
        id: "rank-interval", name: "Rank interval",
        words: "The ranks that the spread over seeds allows at 95 %, the tasks held fixed: it says "
          + "how sure a rank is for these tasks, and nothing of other tasks."),
      Method(
        id: "win-rate", name: "Win rate",
        words: "The share of the other models that a model beats, ties counted half, averaged over "
          + "all quantities."),
    ]
    if sections.contains(where: { !$0.stability.omissions.isEmpty }) {
      methods.append(
        Method(
          id: "stability", name: "Stability",
          words: "The mean ranks are computed again without each task in turn; where the first "
            + "model changes, the ranking rests on that task."))
    }
    if sections.contains(where: { $0.criticalGroups != nil }) {
      methods.append(
        Method(
          id: "critical-groups", name: "Groups",
          words: "Friedman's test that all models rank alike, and runs of models whose mean ranks "
            + "are closer than what chance explains.", sources: [.friedman, .demsar]))
    }
    return methods
  }

  private var aggregates: [Method] {
    [
      Method(
        id: "aggregates", name: "Scores over all tasks",
        words:
          "Errors become scores by the rule under the table. The interquartile mean is the mean "
          + "of the middle half of all scores; the optimality gap is what is missing to the target. "
          + "Intervals are percentiles of a bootstrap that draws seeds within tasks.",
        sources: [.agarwal]),
      Method(
        id: "improvement", name: "Probability of improvement",
        words:
          "The chance that a run of one model beats a run of another on the same task, averaged "
          + "over tasks; the Mann–Whitney statistic of each task.", sources: [.mann, .agarwal]),
    ]
  }

  private var answers: [Method] {
    [
      Method(
        id: "equal-quality", name: "At equal quality",
        words:
          "A model that was run at several settings has a Pareto front of quality over cost: "
          + "straight lines between settings that no cheaper one equals, over the logarithm of the "
          + "cost. Two models are compared at the best quality that both reach, less a hundredth (of "
          + "the right answers, of an error, or of a nat), each at the cost where its front reaches "
          + "it; where the cheapest setting of one is as good already, the ratio is a bound. The "
          + "change at equal cost is that from the reference's curve through all its settings, which "
          + "is not looked up beyond its ends. Quality and logarithm of cost are averaged over seeds "
          + "before; the interval is the jackknife's over seeds, which keeps their pairing.",
        sources: [.miller]),
      Method(
        id: "contrast", name: "Contrasts",
        words:
          "Means over the models of a group at each seed, geometric ones for ratios, then Student's "
          + "interval of the change paired by seed.", sources: [.student]),
    ]
  }

  private var tests: [Method] {
    [
      Method(
        id: "verdict", name: "Verdicts",
        words:
          "Better or worse: the corrected test rejects no change and the change is larger than "
          + "the margin. Equivalent: the interval lies within the margin. Otherwise undecided. "
          + "p-values are corrected over all rows, by Holm's rule unless said otherwise.",
        sources: [.holm]),
      Method(
        id: "moderation", name: "Spread of few seeds",
        words: "Where the comparison says so, a row's variance is moderated by that of all rows.",
        sources: [.smyth]),
    ]
  }

  private var comparisons: [Block] {
    input.comparisons.filter { !$0.methods.isEmpty }.flatMap { report -> [Block] in
      [
        .heading("Comparison with \(report.baseline)"),
        .list(report.methods.map { [TextSpan($0)] }),
      ]
    }
  }
}
