import Canvas
import Comparison
import Experiment

/// How groups of models stand to each other on one task, in sentences and a table.
struct ContrastWriting {
  private let task: TaskAnswers
  private let words: AnswerWords

  init(task: TaskAnswers, names: NameBook, suite: String) {
    self.task = task
    words = AnswerWords(names: names, suite: suite)
  }

  func sentence(_ contrast: ContrastAnswer) -> [TextSpan] {
    let opening = TextSpan("\(contrast.title):", .strong)
    guard let quality = words.number(contrast.quality) else {
      return [opening, TextSpan(" no answer, for \(reason(contrast)).")]
    }
    let change = task.scale == .ratio ? "\(quality) times the" : "a difference of \(quality) in"
    let cost = words.number(contrast.cost).map { ", for \($0) times the cost" } ?? ""
    let equal =
      contrast.costAtEqualQuality.flatMap { $0.bound == .cheapest ? nil : words.number($0) }.map {
        " (\($0) times at equal \(words.metric(task.quality)))"
      } ?? ""
    return [
      opening,
      TextSpan(
        " \(groups(contrast)): \(change) \(words.metric(task.quality))\(cost)\(equal); "
          + "\(verdict(contrast))."),
    ]
  }

  private func reason(_ contrast: ContrastAnswer) -> String {
    if case .missing(let reason) = contrast.quality { reason } else { "there is no number" }
  }

  private func groups(_ contrast: ContrastAnswer) -> String {
    [contrast.first, contrast.second].map { listed($0.map(words.model)) }
      .joined(separator: " against ")
  }

  private func verdict(_ contrast: ContrastAnswer) -> String {
    let cheaper = contrast.cost.interval.flatMap { interval -> Bool? in
      interval.upper < 1 ? true : interval.lower > 1 ? false : nil
    }
    switch (task.isBetter(contrast.quality), cheaper) {
    case (true, true): return "the first is better and cheaper"
    case (true, nil): return "the first is better, at a cost that cannot be told apart"
    case (nil, true): return "the first is cheaper, at a quality that cannot be told apart"
    case (true, false): return "the first is better and dearer"
    case (false, true): return "the first is worse and cheaper"
    case (false, false): return "the first is worse and dearer"
    case (false, nil): return "the first is worse, at a cost that cannot be told apart"
    case (nil, false): return "the first is dearer, at a quality that cannot be told apart"
    case (nil, nil): return "the seeds cannot tell them apart"
    }
  }

  func table(id: String) -> Table {
    let change = task.scale == .ratio ? "ratio" : "difference"
    let rows = task.contrasts.map { contrast in
      Table.Row(
        cells: [
          Table.Cell(contrast.title, .strong), words.changeCell(contrast.quality, in: task),
          words.ratioCell(contrast.cost),
          contrast.costAtEqualQuality.map { words.ratioCell($0) } ?? .none,
          words.ratioCell(contrast.training), words.ratioCell(contrast.prediction),
        ], detail: [TextSpan(groups(contrast), .muted)])
    }
    return Table(
      id: id,
      caption: [
        TextSpan("Contrasts.", .strong, target: .place("method.contrast")),
        TextSpan(
          " \(words.names.task(task.task, in: words.suite)): the first group over, or less, the "
            + "second, means over the models of a group seed by seed; each at its own setting."),
      ],
      columns: [
        Table.Column(title: "Question"),
        Table.Column(
          title: words.names.metric(task.quality.metric, in: words.suite), alignment: .end,
          detail: change + (task.direction == .lower ? " ↓" : " ↑")),
        Table.Column(title: "Cost", alignment: .end, detail: "ratio"),
        Table.Column(
          title: "Cost", alignment: .end, detail: "ratio, equal \(words.metric(task.quality))",
          place: "method.equal-quality"),
        Table.Column(title: "Training time", alignment: .end, detail: "ratio"),
        Table.Column(title: "Prediction time", alignment: .end, detail: "ratio"),
      ], rows: rows)
  }
}
