import Canvas
import Comparison
import Experiment
import Figures

/// The figures of a suite and of its tasks: a few stand open, the rest is folded.
struct FigureWriting {
  /// The most models that a figure shows; more curves than this cannot be told apart.
  private static let drawnModels = 16
  /// The models beside the truth that paper has room for.
  private static let printedModels = 4
  /// What a reader wants first of a task, one figure of each kind.
  private static let firstKinds: Set<String> = [
    "seed-strip", "rollout-curve", "skill-cost", "error-by-reynolds", "solver-pareto",
    "trained-work-precision",
  ]
  /// The figures over all tasks that stand open.
  private static let openFigures = 4

  let standings: Leaderboard.Section
  let names: NameBook

  private var suite: SuiteDescription { standings.suite }

  /// Figures over all tasks.
  func acrossTasks(_ frame: ResultFrame, place: String) -> [Block] {
    let best = Set(standings.meanRanks.prefix(Self.drawnModels).map(\.model))
    let isCut = best.count < standings.meanRanks.count
    let source = SuiteSource(
      frame: isCut ? Self.cut(frame, to: best) : frame,
      section: isCut ? Self.cut(standings, to: best) : standings)
    let figures = FigureCatalogue.suiteFigures(from: source).enumerated().map { index, figure in
      Block.figure(
        Illustration(
          id: "\(place).figure\(index)", data: figure,
          query: FigureQuery(suite: suite, task: nil, profile: standings.profile)
            .text(for: figure.kind)))
    }
    let open = Array(figures.prefix(Self.openFigures)) + (isCut ? [note(best.count)] : [])
    let rest = Array(figures.dropFirst(Self.openFigures))
    return rest.isEmpty ? open : open + [.folded(title: "Further figures over all tasks", rest)]
  }

  private func note(_ count: Int) -> Block {
    .paragraph([
      TextSpan(
        "Figures show the \(count) of \(standings.meanRanks.count) models that stand best; the "
          + "tables have all.", .muted)
    ])
  }

  /// Figures of one task: the first of each kind that readers want first, everything else folded.
  func blocks(
    of task: SuiteDescription.TaskEntry, _ cells: [CellResult], _ summaries: [TaskSummary],
    place: String
  ) -> [Block] {
    let ranked = summaries.first?.standings.map(\.model) ?? []
    let best = Set(ranked.prefix(Self.drawnModels))
    let isCut = best.count < ranked.count
    let frame = ResultFrame(suites: [suite], runs: [], cells: cells)
    let source = FigureSource(
      frame: isCut ? Self.cut(frame, to: best) : frame,
      summaries: isCut ? summaries.map { Self.cut($0, to: best) } : summaries, suite: suite,
      task: task, profile: standings.profile)
    let query = FigureQuery(suite: suite, task: task, profile: standings.profile)
    var sorted = Sorted()
    for (index, figure) in FigureCatalogue.figures(from: source).enumerated() {
      sorted.add(
        Illustration(
          id: "\(place).figure\(index)", data: figure, query: query.text(for: figure.kind)),
        printed: { picture($0, best: ranked) })
    }
    return sorted.blocks(note: isCut ? note(best.count) : nil)
  }

  /// Figures by where they stand.
  private struct Sorted {
    private var open: [Block] = []
    private var further: [Block] = []
    private var pictures: [Block] = []
    private var kinds: Set<String> = []

    mutating func add(_ figure: Illustration, printed: (Illustration) -> [Block]) {
      let kind = figure.data.kind
      if FigureCatalogue.all[kind]?.subject == .prediction {
        pictures += printed(figure)
      } else if FigureWriting.firstKinds.contains(kind), kinds.insert(kind).inserted {
        open.append(.figure(figure))
      } else {
        further.append(.figure(figure))
      }
    }

    func blocks(note: Block?) -> [Block] {
      var blocks = open + (note.map { [$0] } ?? [])
      if !further.isEmpty { blocks.append(.folded(title: "Further figures", further)) }
      if !pictures.isEmpty {
        blocks.append(.folded(title: "Predictions beside the truth, in pictures", pictures))
      }
      return blocks
    }
  }

  /// Fields of all models on a screen, of the best ones on paper.
  private func picture(_ shown: Illustration, best: [String]) -> [Block] {
    guard case .fields(var plot) = shown.data.content, plot.rows.count > Self.printedModels else {
      return [.figure(shown)]
    }
    let rows = Dictionary(plot.rows.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    plot.rows = Array(
      best.compactMap { rows[names.model($0, in: suite.id)] }.prefix(Self.printedModels))
    guard !plot.rows.isEmpty else { return [.figure(shown)] }
    var data = shown.data
    data.content = .fields(plot)
    data.caption += " The \(plot.rows.count) models that stand best; the HTML report has all."
    return [
      .onScreen([.figure(shown)]),
      .onPaper([.figure(Illustration(id: shown.id, data: data, query: shown.query))]),
    ]
  }

  private static func cut(_ frame: ResultFrame, to best: Set<String>) -> ResultFrame {
    ResultFrame(
      suites: frame.suites, runs: frame.runs,
      cells: frame.cells.filter { best.contains($0.identity.model) })
  }

  private static func cut(_ summary: TaskSummary, to best: Set<String>) -> TaskSummary {
    var some = summary
    some.standings = summary.standings.filter { best.contains($0.model) }
    return some
  }

  private static func cut(
    _ section: Leaderboard.Section, to best: Set<String>
  ) -> Leaderboard.Section {
    var some = section
    some.summaries = section.summaries.map { cut($0, to: best) }
    some.meanRanks = section.meanRanks.filter { best.contains($0.model) }
    some.aggregates = section.aggregates.filter { best.contains($0.model) }
    some.improvements = section.improvements.filter {
      best.contains($0.model) && best.contains($0.other)
    }
    return some
  }
}
